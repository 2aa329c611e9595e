import sharp from "sharp";

/** How far two pictures are apart, in CIELAB units (1 is just noticeable, black to white is 100). */
export interface PictureDistance {
  /** Mean over the whole picture: another light, another colour, another background. */
  readonly overall: number;
  /** Mean over the few cells that differ most: another letter, a small thing in another place. */
  readonly worst: number;
}

/** Pixels of the long edge that pictures are compared at: fine enough for a letter's strokes, too coarse for what JPEG does to one. */
const COMPARED_EDGE = 256;
/** How many cells count as the few: a stroke of a headline's letter, more than a speck. */
const WORST_CELLS = 12;

/** Of opaque pictures; those of another shape are as far apart as pictures can be. */
export async function pictureDistance(first: Uint8Array, second: Uint8Array): Promise<PictureDistance> {
  const [one, other] = await Promise.all([cells(first), cells(second)]);
  if (one.width !== other.width || one.height !== other.height) return { overall: 100, worst: 100 };
  const distances = new Float64Array(one.width * one.height);
  for (const cell of distances.keys()) {
    const at = 3 * cell;
    const along = (channel: number) => (one.lab[at + channel] ?? 0) - (other.lab[at + channel] ?? 0);
    distances[cell] = Math.hypot(along(0), along(1), along(2));
  }
  distances.sort();
  return { overall: mean(distances), worst: mean(distances.subarray(-WORST_CELLS)) };
}

/** The picture in lightness, a and b, small. */
async function cells(picture: Uint8Array): Promise<{ width: number; height: number; lab: Float32Array }> {
  const { data, info } = await sharp(picture)
    .resize(COMPARED_EDGE, COMPARED_EDGE, { fit: "inside", kernel: "lanczos2" })
    .toColourspace("lab")
    .raw({ depth: "float" })
    .toBuffer({ resolveWithObject: true });
  const lab = new Float32Array(data.buffer, data.byteOffset, data.byteLength / 4);
  return { width: info.width, height: info.height, lab };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
