/** The picture that says of itself that it is none: flat colours, and text that leaves no doubt. */

import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Size } from "../../../sizes.js";
import { fontFor } from "../../text/fonts.js";
import { type Lettering, letteringOf, useLettering } from "./lettering.js";
import { type Palette, paletteFor } from "./palette.js";
import { beginningOf, readableWords } from "./words.js";

export interface CardText {
  readonly modelId: string;
  readonly prompt: string;
  /** What the file is, e.g. `1280 × 720 · 5 s`. */
  readonly facts: string;
}

export interface Card {
  readonly canvas: Canvas;
  readonly palette: Palette;
  /** A hundredth of what text sizes are measured by, in pixels. */
  readonly unit: number;
}

const TITLE = "PLACEHOLDER";
const NOTES = ["Drawn by the local engine of Model API, not by a model", "not by a model"] as const;

/** Font sizes, and distances of what comes next, in units. */
const SIZES = { title: 7.4, modelId: 3, prompt: 2.8, facts: 2.4, note: 1.9 } as const;
const PROMPT_LINES = 5;
const LEADING = 1.5;
/** Text is no smaller than this, in pixels, unless its line would not fit; and smaller than the second it is not drawn. */
const SMALLEST_TEXT = 9;
const LEGIBLE = 6;
/** Share of the height that text may take. */
const TEXT_HEIGHT = 0.7;
/** Of the frame's width, and of units; text keeps within both. */
const TEXT_WIDTH = 0.86;
const TEXT_UNITS = 84;

interface Line {
  readonly text: string;
  readonly lettering: Lettering;
  readonly size: number;
  readonly colour: string;
  /** Height that it takes, in pixels. */
  readonly height: number;
}

export function drawCard(size: Size, text: CardText): Card {
  const { width, height } = size;
  const palette = paletteFor(`${text.modelId}\n${text.prompt}`);
  const unit = Math.min(width, height * 1.6) / 100;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, width, height);
  context.textAlign = "center";
  const lines = linesOf(context, size, unit, text, palette);
  let baseline = height * 0.47 - lines.reduce((sum, line) => sum + line.height, 0) / 2;
  for (const [index, line] of lines.entries()) {
    baseline += index === 0 ? line.size : line.height;
    write(context, line, width / 2, baseline);
  }
  return { canvas, palette, unit };
}

function linesOf(
  context: SKRSContext2D,
  { width, height }: Size,
  unit: number,
  { modelId, prompt, facts }: CardText,
  { accent, ink }: Palette,
): Line[] {
  const room = Math.min(width * TEXT_WIDTH, Math.max(unit * TEXT_UNITS, SMALLEST_TEXT * 30));
  const [bold, plain] = [letteringOf(fontFor("headline")), letteringOf(fontFor("text"))];
  const sizeOf = (units: number): number => Math.max(SMALLEST_TEXT, unit * units);
  const widthOf = (text: string, lettering: Lettering): number =>
    measureWith(context, lettering, 100)(text) / 100;
  /** One line, smaller where it would not fit. */
  const single = (text: string, lettering: Lettering, units: number, colour: string, gap: number): Line => {
    const size = Math.min(sizeOf(units), room / widthOf(text, lettering));
    return { text, lettering, size, colour, height: size * LEADING + unit * gap };
  };
  const title = single(TITLE, bold, SIZES.title, accent, 0);
  const model = single(modelId, plain, SIZES.modelId, accent, 0);
  const words = readableWords(prompt);
  const measure = measureWith(context, words.lettering, sizeOf(SIZES.prompt));
  const prompts = beginningOf(words.text, { lines: PROMPT_LINES, width: room, measure }).map((text, index) =>
    single(text, words.lettering, SIZES.prompt, ink, index === 0 ? 2.2 : 0),
  );
  const fact = single(facts, bold, SIZES.facts, ink, 2.8);
  const fits = (text: string): boolean => sizeOf(SIZES.note) * widthOf(text, plain) <= room;
  const note = single(NOTES.find(fits) ?? NOTES[1], plain, SIZES.note, ink, 0.2);
  const lines = [title, model, ...prompts, fact, note].filter(
    (line) => line === title || line.size >= LEGIBLE,
  );
  // In a small frame the prompt gives way first, from its end, then what the file is, then the model.
  for (const line of [...prompts.toReversed(), fact, model]) {
    const taken = lines.reduce((sum, { height: one }) => sum + one, 0);
    if (taken > height * TEXT_HEIGHT && lines.includes(line)) lines.splice(lines.indexOf(line), 1);
  }
  return lines;
}

export function measureWith(
  context: SKRSContext2D,
  lettering: Lettering,
  size: number,
): (text: string) => number {
  return (text) => {
    useLettering(context, lettering, size);
    return context.measureText(text).width;
  };
}

function write(context: SKRSContext2D, { text, lettering, size, colour }: Line, x: number, y: number): void {
  useLettering(context, lettering, size);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
