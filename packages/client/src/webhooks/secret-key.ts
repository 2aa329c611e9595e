/** Fewer bytes could be guessed. */
const MIN_BYTES = 16;

/** The bytes of a `whsec_…` secret. @throws TypeError where it is none; the message does not repeat it */
export function secretKey(secret: string): Uint8Array<ArrayBuffer> {
  const key = typeof secret === "string" ? decode(secret.replace(/^whsec_/, "").trim()) : undefined;
  if (key && key.length >= MIN_BYTES) return key;
  throw new TypeError(
    "A webhook secret must be like whsec_ and at least 16 bytes in base64. It was shown when the API key was made.",
  );
}

function decode(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const standard = base64.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
    return Uint8Array.from(atob(standard), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
