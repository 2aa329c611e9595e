import { choicesOf, type ModelInputSchema } from "@model-api/models";
import { EngineError } from "./engine.js";

/** How large a picture is: `resolution` is an area, `aspect_ratio` the shape that it is spread over. */

/** Width and height in whole pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixel areas by the value of `resolution`. */
const AREAS: Readonly<Record<string, number>> = { "1k": 1024 * 1024, "2k": 2048 * 2048, "4k": 3840 * 2160 };

/** Both edges are multiples of this. */
const STEP = 16;
const LONGEST_EDGE = 3840;
const SMALLEST_AREA = 655_360;
const LARGEST_AREA = 3840 * 2160;
const STEEPEST_RATIO = 3;

/** `"3:2"` → 1.5. Throws an `EngineError` for anything that is not two positive numbers. */
export function ratioOf(ratio: string): number {
  const [width, height, ...rest] = ratio.split(":").map(Number);
  if (!width || !height || rest.length > 0 || !(width > 0 && height > 0)) {
    throw new EngineError("final", `"${ratio}" is not an aspect ratio such as 3:2`);
  }
  return width / height;
}

/** The ratio of the list that is nearest to a picture's own; nearness is measured between logarithms. */
export function nearestRatio(picture: Size, ratios: readonly string[]): string {
  const wanted = Math.log(picture.width / picture.height);
  const distance = (ratio: string): number => Math.abs(Math.log(ratioOf(ratio)) - wanted);
  const [first, ...others] = ratios;
  if (first === undefined) throw new Error("no aspect ratio to choose from");
  return others.reduce((best, ratio) => (distance(ratio) < distance(best) ? ratio : best), first);
}

/** The exact size of an output. Throws an `EngineError` for a resolution or a ratio outside the model's limits. */
export function outputSize(resolution: string, ratio: string): Size {
  const area = AREAS[resolution];
  if (area === undefined) throw new EngineError("final", `there is no size for the resolution ${resolution}`);
  const shape = ratioOf(ratio);
  if (Math.max(shape, 1 / shape) > STEEPEST_RATIO)
    throw new EngineError("final", `${ratio} is steeper than 3:1`);
  const ideal = { width: Math.sqrt(area * shape), height: Math.sqrt(area / shape) };
  const shrink = Math.min(1, LONGEST_EDGE / Math.max(ideal.width, ideal.height));
  const size = { width: toStep(ideal.width * shrink), height: toStep(ideal.height * shrink) };
  return withinArea(size);
}

/** What the size of an output follows from; a field that was left out is undefined. */
export interface SizeFields {
  readonly resolution?: unknown;
  readonly aspect_ratio?: unknown;
}

/** Whether the shape of the output follows from the first input picture, because the model's schema says so and the input does not. */
export function followsFirstPicture(schema: ModelInputSchema, input: SizeFields): boolean {
  return (
    input.aspect_ratio === undefined && schema.properties.aspect_ratio?.["x-derived-from"]?.field === "images"
  );
}

/**
 * The exact size of an output, by the model's schema where the input says nothing. `first` is the size of the first input picture as it
 * stands upright; it is needed where {@link followsFirstPicture}.
 */
export function sizeOfOutput(schema: ModelInputSchema, input: SizeFields, first?: Size): Size {
  const { resolution, aspect_ratio: ratio } = schema.properties;
  const shape =
    first && followsFirstPicture(schema, input)
      ? nearestRatio(first, (choicesOf(ratio) ?? []).map(String))
      : (input.aspect_ratio ?? ratio?.default);
  return outputSize(String(input.resolution ?? resolution?.default), String(shape));
}

/** The size of a picture as it stands upright, whatever its EXIF orientation. `field` names the input in the error, e.g. `images[0]`. */
export async function uprightSize(bytes: Uint8Array, field: string): Promise<Size> {
  const { default: sharp } = await import("sharp");
  try {
    const { autoOrient } = await sharp(bytes).metadata();
    return { width: autoOrient.width, height: autoOrient.height };
  } catch (error) {
    throw new EngineError("input", `${field}: the size of the picture cannot be read.`, { cause: error });
  }
}

function toStep(edge: number): number {
  return Math.max(STEP, Math.round(edge / STEP) * STEP);
}

/** Rounding up can carry an area over the limit; then the longer edge gives way, one step at a time. */
function withinArea(size: Size): Size {
  let { width, height } = size;
  while (width * height > LARGEST_AREA) {
    if (width >= height) width -= STEP;
    else height -= STEP;
  }
  if (width * height < SMALLEST_AREA)
    throw new EngineError("final", "smaller than the model's smallest area");
  return { width, height };
}
