/** What of a text is read here. */
export interface Characters {
  readonly length: number;
  charCodeAt(index: number): number;
}

/**
 * Whether two texts are the same. Takes as long for a wrong one as for the right one, wherever they differ: from how long a
 * refusal takes, a signature could be guessed piece by piece. Only that the lengths differ is told early; they are no secret.
 */
export function isSame(given: Characters, expected: Characters): boolean {
  if (given.length !== expected.length) return false;
  let difference = 0;
  for (let at = 0; at < expected.length; at++) difference |= given.charCodeAt(at) ^ expected.charCodeAt(at);
  return difference === 0;
}
