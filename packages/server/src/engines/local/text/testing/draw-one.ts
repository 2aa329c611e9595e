/** A text as the engine draws it on white, by all of its own steps. */

import type { AppliedOperation } from "../../../engine.js";
import type { Size } from "../../../sizes.js";
import { type Plane, planeOf, type Raster } from "../../picture/raster.js";
import type { PlacedText, Scene, TextRequest } from "../texts.js";
import { composeTexts, drawTexts, prepareTexts } from "../texts.js";

const FRAME = { width: 1200, height: 600 };

export interface Drawn {
  readonly picture: Raster;
  readonly placed: PlacedText;
  readonly applied: AppliedOperation;
}

/** A picture of one colour. */
export function plain(
  size: { width: number; height: number },
  [red, green, blue]: readonly number[],
): Raster {
  const data = new Uint8Array(size.width * size.height * 3);
  for (let at = 0; at < data.length; at += 3) data.set([red ?? 0, green ?? 0, blue ?? 0], at);
  return { width: size.width, height: size.height, data };
}

/** A scene without a subject, which the picture fills. */
export function emptyScene(frame: Size): Scene {
  return { frame, source: frame, placement: { scale: 1, picture: frame, left: 0, top: 0 }, movable: false };
}

export function drawOne(request: Pick<TextRequest, "text"> & Partial<TextRequest>): Drawn {
  const prepared = prepareTexts([{ role: "headline", words: "add it", ...request }]);
  const composed = composeTexts(prepared.texts, emptyScene(FRAME));
  const picture = plain(FRAME, [255, 255, 255]);
  const [applied] = drawTexts(picture, composed.placed);
  const [placed] = composed.placed;
  if (!applied || !placed) {
    throw new Error([...prepared.ignored, ...composed.ignored].map(({ reason }) => reason).join());
  }
  return { picture, placed, applied };
}

/** How far each pixel is from white to the engine's dark, and no farther. */
export function inkOf(picture: Raster): Plane {
  return planeOf(picture, (index) => Math.min(1, (255 - (picture.data[index * 3] ?? 0)) / 235));
}
