/** An array, or an object that is nothing but its properties. */
export function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether JSON can say all of it: no file, stream or buffer is in it. */
export function isJson(value: unknown): boolean {
  if (typeof value !== "object" || value === null || value instanceof URL) return true;
  return isPlain(value) && Object.values(value).every(isJson);
}
