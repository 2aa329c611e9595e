/** A picture as an answer carries it. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

export interface PictureLimits {
  readonly maxBytes: number;
  /** Pixels of the longer edge. */
  readonly maxEdge: number;
}

/** Types that models with eyes take. */
const SHOWN = new Set(["image/png", "image/jpeg", "image/webp", "image/gif"]);
/** A picture of more pixels is not decoded: it may be made to use up the memory. */
const MOST_PIXELS = 200_000_000;
const QUALITIES = [82, 60, 40];
/** Below this nothing can be seen. */
const SMALLEST_EDGE = 64;

/**
 * The picture within the limits: as it is where it fits, else smaller, as JPEG, or WebP where parts of it are transparent.
 * Undefined where it cannot be shown: it is no picture, or sharp is not installed and it is larger than `maxBytes`.
 */
export async function fitPicture(
  { bytes, mediaType }: Picture,
  { maxBytes, maxEdge }: PictureLimits,
): Promise<Picture | undefined> {
  const isSmall = bytes.byteLength <= maxBytes && SHOWN.has(mediaType);
  const sharp = await loadSharp();
  if (!sharp) return isSmall ? { bytes, mediaType } : undefined;
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS });
    const { width, height, hasAlpha } = await image.metadata();
    if (isSmall && Math.max(width, height) <= maxEdge) return { bytes, mediaType };
    const isTransparent = hasAlpha && !(await image.stats()).isOpaque;
    for (let edge = Math.min(maxEdge, Math.max(width, height)); edge >= SMALLEST_EDGE; edge *= 0.7) {
      const side = Math.round(edge);
      const smaller = image
        .clone()
        .autoOrient()
        .resize(side, side, { fit: "inside", withoutEnlargement: true });
      for (const quality of QUALITIES) {
        const encoded = isTransparent ? smaller.clone().webp({ quality }) : smaller.clone().jpeg({ quality });
        const made = await encoded.toBuffer();
        if (made.byteLength <= maxBytes)
          return { bytes: made, mediaType: isTransparent ? "image/webp" : "image/jpeg" };
      }
    }
  } catch {
    // It is broken, or larger than is decoded: its link is still there.
  }
  return undefined;
}

type Sharp = typeof import("sharp").default;

let loading: Promise<Sharp | undefined> | undefined;

/** It is optional: its binaries are not there for every machine. */
function loadSharp(): Promise<Sharp | undefined> {
  loading ??= import("sharp").then(
    (module) => module.default,
    () => undefined,
  );
  return loading;
}
