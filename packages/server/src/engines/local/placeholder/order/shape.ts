/** How large a picture is to be, out of values such as `16:9`, `1024x1024`, `720p`, `2k` and `square_hd`. */

import type { MediaKind } from "../../../engine.js";
import { outputSize, type Size } from "../../../sizes.js";

/** What one value says of a size. */
export interface Shape {
  readonly exact?: Size;
  /** Width by height. */
  readonly ratio?: number;
  /** The shorter edge in pixels, as in `720p`. */
  readonly lines?: number;
  /** Thousands of pixels, as in `2k`. */
  readonly thousands?: number;
}

const NAMED: Readonly<Record<string, Shape>> = {
  square_hd: { exact: { width: 1024, height: 1024 } },
  square: { exact: { width: 512, height: 512 } },
  portrait_4_3: { exact: { width: 768, height: 1024 } },
  portrait_16_9: { exact: { width: 576, height: 1024 } },
  landscape_4_3: { exact: { width: 1024, height: 768 } },
  landscape_16_9: { exact: { width: 1024, height: 576 } },
  landscape: { ratio: 16 / 9 },
  portrait: { ratio: 9 / 16 },
  hd: { lines: 720 },
  full_hd: { lines: 1080 },
  uhd: { lines: 2160 },
};

/** Thousands of pixels, and the steepest ratio, for which all engines agree on a size. */
const AGREED_THOUSANDS = [1, 2, 4];
const AGREED_RATIO = 3;
/** The shorter edge of a video by its thousands. */
const LINES: Readonly<Record<number, number>> = { 1: 576, 2: 1440, 4: 2160, 8: 4320 };
const LINES_BY_DEFAULT = 720;
const VIDEO_RATIO = 16 / 9;

/** Edges of pictures that are made by their area are multiples of this. */
const STEP = 16;
const SMALLEST_EDGE = 16;
const LONGEST_EDGE = 8192;
/** More pixels than this are not drawn: memory is bounded. */
const MOST_PIXELS = 4096 * 4096;

/** Undefined for what says nothing of a size, such as `auto`. */
export function readShape(value: unknown): Shape | undefined {
  if (typeof value === "number") return value > 0 ? { lines: value } : undefined;
  if (typeof value === "object" && value !== null) {
    const { width, height } = value as Partial<Size>;
    return Number(width) > 0 && Number(height) > 0 ? ({ exact: { width, height } } as Shape) : undefined;
  }
  const text = String(value).trim().toLowerCase();
  const [, across, sign, down] = /^(\d+(?:\.\d+)?)\s*([:/x×*])\s*(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (Number(across) > 0 && Number(down) > 0) {
    if (sign === ":" || sign === "/") return { ratio: Number(across) / Number(down) };
    return { exact: { width: Number(across), height: Number(down) } };
  }
  const [, number, unit] = /^(\d+)([pk]?)$/.exec(text) ?? [];
  if (Number(number) > 0) return unit === "k" ? { thousands: Number(number) } : { lines: Number(number) };
  return Object.hasOwn(NAMED, text) ? NAMED[text] : undefined;
}

/** What a model's id says: `bytedance/seedance-2.5/text-to-video/720p`. */
export function shapesInName(modelId: string): Shape[] {
  return modelId
    .split(/[/_-]/)
    .filter((part) => /^\d{3,4}p$|^\dk$/i.test(part))
    .map(readShape)
    .filter((shape) => shape !== undefined);
}

/** Values of the input come before defaults; an exact size that is a default gives way to a ratio that is not. */
export function mergeShapes(given: readonly Shape[], defaults: readonly Shape[]): Shape {
  const { exact, ...rest }: Shape = Object.assign({}, ...defaults.toReversed());
  const own: Shape = Object.assign({}, ...given.toReversed());
  return { ...(Object.keys(own).length === 0 && exact && { exact }), ...rest, ...own };
}

/** The size that a shape comes to, and whether that is less than was asked for. */
export function sizeOf(kind: MediaKind, shape: Shape): { readonly size: Size; readonly isReduced: boolean } {
  const asked = kind === "video" ? videoSize(shape) : imageSize(shape);
  const { width, height } = asked;
  const shrink = Math.min(
    1,
    LONGEST_EDGE / Math.max(width, height),
    Math.sqrt(MOST_PIXELS / (width * height)),
  );
  const step = kind === "video" ? 2 : 1;
  const edge = (length: number): number =>
    Math.max(SMALLEST_EDGE, Math.round((length * shrink) / step) * step);
  return { size: { width: edge(width), height: edge(height) }, isReduced: shrink < 1 };
}

function videoSize(shape: Shape): Size {
  if (shape.exact) return shape.exact;
  const byThousands =
    shape.thousands === undefined ? undefined : (LINES[shape.thousands] ?? 720 * shape.thousands);
  return byLines(shape.lines ?? byThousands ?? LINES_BY_DEFAULT, shape.ratio ?? VIDEO_RATIO);
}

function imageSize(shape: Shape): Size {
  if (shape.exact) return shape.exact;
  const wanted = shape.ratio ?? 1;
  if (shape.lines !== undefined) return byLines(shape.lines, wanted);
  const thousands = shape.thousands ?? 1;
  if (AGREED_THOUSANDS.includes(thousands) && Math.max(wanted, 1 / wanted) <= AGREED_RATIO)
    return outputSize(`${thousands}k`, `${wanted}:1`);
  const area = (thousands * 1024) ** 2;
  const toStep = (edge: number): number => Math.max(STEP, Math.round(edge / STEP) * STEP);
  return { width: toStep(Math.sqrt(area * wanted)), height: toStep(Math.sqrt(area / wanted)) };
}

function byLines(lines: number, ratio: number): Size {
  return ratio >= 1 ? { width: lines * ratio, height: lines } : { width: lines, height: lines / ratio };
}
