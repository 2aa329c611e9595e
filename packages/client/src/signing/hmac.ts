const encoder = new TextEncoder();

/** Bytes of a text in UTF-8. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

/** HMAC-SHA-256 of a message, 32 bytes, by the runtime's own WebCrypto. */
export async function hmac(
  key: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  // Made anew for each message: an edge runtime lets no call wait for what another has begun.
  const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, message));
}

/** A few bytes as base64. */
export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
