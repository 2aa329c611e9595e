/** Edges of an image in pixels, read from its first bytes; undefined when they do not say. PNG, GIF, JPEG, WebP. */
export function imageSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (view.getUint16(0)) {
      case 0x8950:
        return { width: view.getUint32(16), height: view.getUint32(20) };
      case 0x4749:
        return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
      case 0xffd8:
        return jpegSize(view);
      case 0x5249:
        // A RIFF container, which sounds use too.
        return view.getUint32(8) === 0x57454250 ? webpSize(view) : undefined;
    }
  } catch {
    // The bytes end before they say it.
  }
  return undefined;
}

/** Walks the segments up to the frame header, whose marker is one of C0 to CF but for C4, C8 and CC. */
function jpegSize(view: DataView) {
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    // Any number of fill bytes may stand before a marker.
    while (view.getUint16(at) === 0xffff) at++;
    const marker = view.getUint16(at);
    if (marker < 0xff01) return undefined;
    if (marker >= 0xffc0 && marker <= 0xffcf && (marker & 3 || marker === 0xffc0))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
}

/** The three forms of WebP: lossy, lossless, extended. */
function webpSize(view: DataView) {
  const form = view.getUint8(15);
  if (form === 0x20)
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (form === 0x4c) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  const edge = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  return { width: edge(24), height: edge(27) };
}
