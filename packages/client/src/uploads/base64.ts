const CODES = new TextEncoder().encode("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
const PADDING = 61;

/**
 * Bytes as base64. `btoa` takes text, of which a large file would first have to be made character by character; this way an
 * encoding takes its result and little more.
 */
export function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let at = 0;
  for (let from = 0; from < bytes.length; from += 3) {
    const [first = 0, second = 0, third = 0] = [bytes[from], bytes[from + 1], bytes[from + 2]];
    const bits = (first << 16) | (second << 8) | third;
    for (let shift = 18; shift >= 0; shift -= 6) text[at++] = CODES[(bits >> shift) & 63] ?? 0;
  }
  text.fill(PADDING, at - ((3 - (bytes.length % 3)) % 3));
  return new TextDecoder().decode(text);
}
