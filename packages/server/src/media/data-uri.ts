/** The bytes of a `data:` URI (RFC 2397), or undefined when it is malformed. */
export function decodeDataUri(uri: string): Uint8Array | undefined {
  const comma = uri.indexOf(",");
  if (!/^data:/i.test(uri) || comma < 0) return undefined;
  const payload = uri.slice(comma + 1);
  if (/;base64$/i.test(uri.slice(0, comma))) {
    if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(payload)) return undefined;
    return Buffer.from(payload, "base64");
  }
  try {
    return Buffer.from(decodeURIComponent(payload), "latin1");
  } catch {
    return undefined;
  }
}
