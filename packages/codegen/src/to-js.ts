/**
 * A JSON value as a JavaScript expression. Two things differ: U+2028 and U+2029 end a line in older engines, and
 * a key `__proto__` would set the prototype.
 */
export function toJs(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)
    .replace(/^(\s*)"__proto__":/gm, '$1["__proto__"]:');
}
