/** Whether a text is the name of a file of the server's own, and therefore no path to anywhere else. */
export function isFileName(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,128}\.[a-z0-9]{1,8}$/.test(text);
}
