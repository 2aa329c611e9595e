/** Draws one text that has its place, and says so in a sentence. */

import type { AppliedOperation } from "../../engine.js";
import type { Plane, Raster } from "../picture/raster.js";
import { clustersOf, codePointsToDraw, isEmoji } from "./clusters.js";
import { applyInk, DARK, type Inked, LIGHT, REQUIRED, REQUIRED_OF_LARGE } from "./colour.js";
import type { PlacedText } from "./compose.js";
import { contrast, luminance, type Rgb } from "./contrast.js";
import { covers } from "./coverage.js";
import type { Face } from "./faces.js";
import { drawBlock } from "./ink.js";
import { layPlate } from "./veil.js";

/** Of a plate's corners, in multiples of the font size. */
const RADIUS = 0.5;
/** From this font size in pixels on, letters count as large. */
const LARGE = 32;
/** The luminance of mid grey to the eye: a lighter ground gets a dark plate. */
const MIDDLE = 0.18;

export function drawText(picture: Raster, placed: PlacedText, opacity?: Plane): AppliedOperation {
  const { text, block, alignment, edge, top, box } = placed;
  const { request, setting } = text;
  const asked = request.colour?.rgb;
  const plate = request.role === "label" ? plateFor(picture, placed, asked) : undefined;
  if (plate) layPlate(picture, box, block.size * RADIUS, plate, opacity);
  const ink = drawBlock(block, setting, alignment, edge, top);
  const inked = applyInk(picture, ink, {
    ...(asked && { colour: asked }),
    ...(opacity && { opacity }),
    required: block.size >= LARGE ? REQUIRED_OF_LARGE : REQUIRED,
  });
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

function sentence(placed: PlacedText, inked: Inked, plate: Rgb | undefined): string {
  const { text, block, covered } = placed;
  const over = covered > 0.0005 ? `; it covers ${(covered * 100).toFixed(1)} % of the subject` : "";
  const letters = `${colourOf(placed, inked)}${groundOf(inked, plate)}, contrast ${inked.contrast.toFixed(1)}:1`;
  const colours = facesIn(text).every(({ coloured }) => coloured) ? "in its own colours" : letters;
  return `Drew “${text.request.text}” in ${titlesOf(text)}, ${block.size} px, ${colours}${over}.`;
}

function colourOf({ text }: PlacedText, { colour, outline }: Inked): string {
  const name = colour === "asked" ? (text.request.colour?.name ?? "") : colour;
  return outline ? `${name} with a ${outline} outline` : name;
}

function groundOf({ veil }: Inked, plate: Rgb | undefined): string {
  if (plate) return ` on a ${plate === DARK ? "dark" : "white"} plate`;
  return veil > 0 ? ", on a veil" : "";
}

/** The face of each cluster that is drawn. */
function facesIn({ request, setting: { faces } }: PlacedText["text"]): Face[] {
  return clustersOf(request.text.normalize("NFC"))
    .filter((cluster) => codePointsToDraw(cluster).length > 0)
    .flatMap((cluster) => {
      const having = faces.filter((face) => covers(face.coverage, cluster));
      const coloured = having.filter((face) => face.coloured);
      return (isEmoji(cluster) ? coloured : having).slice(0, 1);
    });
}

/** The fonts that the text is really drawn in, in order of first use. */
function titlesOf(text: PlacedText["text"]): string {
  const titles = [...new Set(facesIn(text).map(({ title }) => title))];
  return titles.length > 1 ? `${titles.slice(0, -1).join(", ")} and ${titles.at(-1)}` : (titles[0] ?? "");
}
