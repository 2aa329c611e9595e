/** Draws one text that has its place, and says so in a sentence. */

import type { AppliedOperation } from "../../engine.js";
import type { Plane, Raster } from "../picture/raster.js";
import { clustersOf, codePointsToDraw, isEmoji } from "./clusters.js";
import { applyInk, DARK, type Inked, LIGHT, REQUIRED } from "./colour.js";
import type { PlacedText } from "./compose.js";
import { contrast, luminance, type Rgb } from "./contrast.js";
import { covers } from "./coverage.js";
import { drawBlock } from "./ink.js";
import { layPlate } from "./veil.js";

/** Of a plate's corners, in multiples of the font size. */
const RADIUS = 0.5;
/** The luminance of mid grey to the eye: a lighter ground gets a dark plate. */
const MIDDLE = 0.18;

export function drawText(picture: Raster, placed: PlacedText, opacity?: Plane): AppliedOperation {
  const { text, block, alignment, edge, top, box } = placed;
  const { request, setting } = text;
  const asked = request.colour?.rgb;
  const plate = request.role === "label" ? plateFor(picture, placed, asked) : undefined;
  if (plate) layPlate(picture, box, block.size * RADIUS, plate, opacity);
  const ink = drawBlock(block, setting, alignment, edge, top);
  const inked = applyInk(picture, ink, { ...(asked && { colour: asked }), ...(opacity && { opacity }) });
  return { operation: `add-${request.role}`, detail: sentence(placed, inked, plate) };
}

/** Against the ground; against the letters, where their colour is asked for. */
function plateFor(picture: Raster, { box }: PlacedText, letters: Rgb | undefined): Rgb {
  if (letters) {
    const own = luminance(letters);
    return contrast(own, luminance(LIGHT)) >= contrast(own, luminance(DARK)) ? LIGHT : DARK;
  }
  let total = 0;
  let count = 0;
  for (let y = Math.max(0, Math.floor(box.top)); y < Math.min(picture.height, box.bottom); y += 2) {
    for (let x = Math.max(0, Math.floor(box.left)); x < Math.min(picture.width, box.right); x += 2) {
      const at = (y * picture.width + x) * 3;
      const { data } = picture;
      total += luminance([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
      count++;
    }
  }
  return count > 0 && total / count > MIDDLE ? DARK : LIGHT;
}

function sentence({ text, block, covered }: PlacedText, inked: Inked, plate: Rgb | undefined): string {
  const { request } = text;
  const colour = inked.colour === "asked" ? (request.colour?.name ?? "") : inked.colour;
  const ground = plate
    ? ` on a ${plate === DARK ? "dark" : "white"} plate`
    : inked.veil > 0
      ? ", on a veil"
      : "";
  const low = inked.contrast < REQUIRED ? ", which is less than the 4.5:1 that reads well" : "";
  const over = covered > 0.0005 ? `; it covers ${(covered * 100).toFixed(1)} % of the subject` : "";
  return (
    `Drew “${request.text}” in ${titlesOf(text)}, ${block.size} px, ${colour}${ground}, contrast ` +
    `${inked.contrast.toFixed(1)}:1${low}${over}.`
  );
}

/** The fonts that the text is really drawn in, in order of first use. */
function titlesOf({ request, setting }: PlacedText["text"]): string {
  const faces = clustersOf(request.text.normalize("NFC"))
    .filter((cluster) => codePointsToDraw(cluster).length > 0)
    .map((cluster) => {
      const order = isEmoji(cluster) ? [...setting.faces].reverse() : setting.faces;
      return order.find((face) => covers(face.coverage, cluster))?.title ?? "";
    });
  const titles = [...new Set(faces)];
  return titles.length > 1 ? `${titles.slice(0, -1).join(", ")} and ${titles.at(-1)}` : (titles[0] ?? "");
}
