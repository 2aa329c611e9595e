import type { Size } from "../../../sizes.js";

/** Edge of a macroblock, in pixels of brightness; a frame is stored in whole ones. */
export const BLOCK = 16;

/** A plane of bytes whose rows lie one after another. */
export interface BytePlane {
  readonly data: Uint8Array;
  /** Bytes a row. */
  readonly stride: number;
}

/** A picture as video has it: brightness for each pixel, and two colour differences for each square of four. */
export interface Frame extends Size {
  /** Edges in macroblocks, the last of which may reach beyond the picture. */
  readonly columns: number;
  readonly rows: number;
  /** Brightness; then blue and red difference, at half the size. */
  readonly planes: readonly [BytePlane, BytePlane, BytePlane];
}

/** A rectangle in whole pixels. */
export interface Area extends Size {
  readonly left: number;
  readonly top: number;
}

export function emptyFrame({ width, height }: Size): Frame {
  const columns = Math.ceil(width / BLOCK);
  const rows = Math.ceil(height / BLOCK);
  const plane = (edge: number): BytePlane => ({
    data: new Uint8Array(columns * rows * edge * edge),
    stride: columns * edge,
  });
  return { width, height, columns, rows, planes: [plane(BLOCK), plane(BLOCK / 2), plane(BLOCK / 2)] };
}

/**
 * Puts 8-bit RGBA pixels into a frame, in the colours of BT.709 with their usual limits. `area` says where; its corner is even. What reaches
 * beyond the picture repeats its edge, when the area touches it.
 */
export function drawPixels(frame: Frame, rgba: Uint8Array | Uint8ClampedArray, area: Area): void {
  const [brightness, blue, red] = frame.planes;
  const right = area.left + area.width === frame.width ? frame.columns * BLOCK : area.left + area.width;
  const bottom = area.top + area.height === frame.height ? frame.rows * BLOCK : area.top + area.height;
  for (let y = area.top; y < bottom; y += 2) {
    for (let x = area.left; x < right; x += 2) {
      let [r, g, b] = [0, 0, 0];
      for (let corner = 0; corner < 4; corner++) {
        const px = x + (corner & 1);
        const py = y + (corner >> 1);
        const at =
          (Math.min(py - area.top, area.height - 1) * area.width + Math.min(px - area.left, area.width - 1)) *
          4;
        const [cr = 0, cg = 0, cb = 0] = [rgba[at], rgba[at + 1], rgba[at + 2]];
        brightness.data[py * brightness.stride + px] = Math.round(
          16 + 0.182586 * cr + 0.614231 * cg + 0.062007 * cb,
        );
        r += cr;
        g += cg;
        b += cb;
      }
      const at = (y >> 1) * blue.stride + (x >> 1);
      blue.data[at] = Math.round(128 + (-0.100644 * r - 0.338572 * g + 0.439216 * b) / 4);
      red.data[at] = Math.round(128 + (0.439216 * r - 0.398942 * g - 0.040274 * b) / 4);
    }
  }
}
