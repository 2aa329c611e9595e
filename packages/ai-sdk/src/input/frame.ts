import { choicesOf } from "@model-api/models";
import type { Draft } from "./draft.js";
import {
  isSameRatio,
  nearestBy,
  parseRatio,
  parseSize,
  pictureArea,
  type Size,
  shapeRatio,
  videoLines,
} from "./frame-words.js";

export interface FrameSettings {
  /** `16:9`, or `adaptive`. */
  readonly aspectRatio: string | undefined;
  /** `1024x1024`: `size` of an image, `resolution` of a video. */
  readonly pixels: string | undefined;
  readonly pixelsSetting: "size" | "resolution";
}

/** Words by which models offer to choose the ratio themselves, the best first. */
const OPEN_RATIOS = ["adaptive", "auto"];
/** Pixels of a picture whose fields do not say what they are when they are left out. */
const USUAL_EDGE = 1024;
/** Edges that models of images commonly round to. */
const STEP = 16;

/** Maps ratio and size to what the model has for them: exactly, or to the nearest with a warning, or not at all with another. */
export function setFrame(draft: Draft, { aspectRatio, pixels, pixelsSetting }: FrameSettings): void {
  const size = pixels === undefined ? undefined : parseSize(pixels);
  if (pixels !== undefined && !size) draft.unsupported(pixelsSetting, `"${pixels}" is not like 1024x1024.`);
  const ratio = aspectRatio === undefined ? undefined : parseRatio(aspectRatio);
  const { width, height } = draft.roles;
  if (size && width && height) setEdges(draft, pixelsSetting, size, width, height);
  else if (size) setSize(draft, pixelsSetting, size, aspectRatio !== undefined);

  if (aspectRatio === undefined) return;
  if (aspectRatio === "adaptive") {
    setOpenRatio(draft);
    return;
  }
  if (ratio === undefined) {
    draft.unsupported("aspectRatio", `"${aspectRatio}" is not like 16:9.`);
    return;
  }
  if (size && width && height) {
    if (!isSameRatio(size.width / size.height, ratio))
      draft.unsupported("aspectRatio", `${pixelsSetting} says it already, and otherwise: ${pixels}.`);
    return;
  }
  const found = chooseRatio(draft, "aspectRatio", ratio);
  if (found) {
    if (!found.isExact)
      draft.adjusted("aspectRatio", `${draft.model.id} has no ${aspectRatio}; ${found.told} is the nearest.`);
  } else if (width && height) {
    const area = edgeOf(draft, width) * edgeOf(draft, height);
    const across = Math.sqrt(area * ratio);
    const told = setEdges(draft, "aspectRatio", { width: across, height: across / ratio }, width, height);
    draft.adjusted("aspectRatio", `${draft.model.id} takes pixels instead: ${told}.`);
  } else draft.unsupported("aspectRatio", `${draft.model.id} has no such input.`);
}

const edgeOf = (draft: Draft, field: string) => Number(draft.schemaOf(field).default ?? USUAL_EDGE);

function setOpenRatio(draft: Draft): void {
  const { ratio } = draft.roles;
  const values = ratio ? (choicesOf(draft.schemaOf(ratio)) ?? []) : [];
  const word = OPEN_RATIOS.find((open) => values.includes(open));
  if (!ratio || !word) {
    draft.unsupported("aspectRatio", `${draft.model.id} does not choose its ratio.`);
    return;
  }
  draft.set("aspectRatio", ratio, word);
  if (word !== "adaptive") draft.adjusted("aspectRatio", `${ratio} "${word}" lets the model choose.`);
}

interface Choice {
  readonly isExact: boolean;
  readonly told: string;
}

/** Sets the field of the ratio, or of the shape, to the value nearest to it; undefined where there is neither. */
function chooseRatio(draft: Draft, setting: string, wanted: number, isLarge = true): Choice | undefined {
  const { ratio, shape } = draft.roles;
  const field = ratio ?? shape;
  if (!field) return undefined;
  const measure = ratio ? parseRatio : shapeRatio;
  // Of two squares, the one that is meant by the size.
  const values = (choicesOf(draft.schemaOf(field)) ?? []).map(String);
  const sized = values.filter((word) => /_hd$/.test(word) === isLarge);
  const word = nearestBy([...sized, ...values], wanted, measure);
  if (word === undefined) return undefined;
  draft.set(setting, field, word);
  return { isExact: isSameRatio(measure(word) ?? 0, wanted), told: `${field} "${word}"` };
}

/** Sets width and height as near as their limits allow; gives what was set. */
function setEdges(draft: Draft, setting: string, size: Size, width: string, height: string): string {
  const set = [
    [width, size.width],
    [height, size.height],
  ].map(([field, wanted]) => {
    const { minimum = 1, maximum = Number.MAX_SAFE_INTEGER } = draft.schemaOf(String(field));
    const whole = Number.isInteger(wanted) ? Number(wanted) : Math.round(Number(wanted) / STEP) * STEP;
    const value = Math.min(maximum, Math.max(minimum, whole));
    draft.set(setting, String(field), value);
    return value;
  });
  const told = set.join("x");
  if (setting !== "aspectRatio" && told !== `${size.width}x${size.height}`)
    draft.adjusted(
      setting,
      `${draft.model.id} makes ${told} of it, by the limits of ${width} and ${height}.`,
    );
  return told;
}

/** Sets ratio and resolution as near to a size as they come. */
function setSize(draft: Draft, setting: "size" | "resolution", size: Size, hasRatio: boolean): void {
  const { resolution } = draft.roles;
  const area = size.width * size.height;
  const measure = setting === "size" ? pictureArea : videoLines;
  const wanted = setting === "size" ? area : Math.min(size.width, size.height);
  const choices = resolution ? (choicesOf(draft.schemaOf(resolution)) ?? []).map(String) : [];
  const word = nearestBy(choices, wanted, measure);
  if (resolution && word !== undefined) draft.set(setting, resolution, word);
  const ratio = hasRatio
    ? undefined
    : chooseRatio(draft, setting, size.width / size.height, area >= 768 * 768);
  if (word === undefined && !ratio) {
    draft.unsupported(setting, `${draft.model.id} has no input for a size in pixels.`);
    return;
  }
  const isSameArea = word !== undefined && Math.abs((measure(word) ?? 0) / wanted - 1) < 0.01;
  // A video without a ratio of its own has that of its first image.
  if (isSameArea && (hasRatio || (ratio?.isExact ?? setting === "resolution"))) return;
  const told = [ratio?.told, word !== undefined && `${resolution} "${word}"`].filter(Boolean).join(", ");
  draft.adjusted(
    setting,
    `${draft.model.id} takes no size in pixels; ${told} is the nearest to ${size.width}x${size.height}.`,
  );
}
