/** The picture for a text prompt: there is no model here, and the picture says so. */

import { inputSchema } from "@model-api/models/openai/gpt-image-2/text-to-image";
import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { sizeOfOutput } from "../sizes.js";
import type { Job, JobResult } from "./job.js";
import { encodePicture } from "./picture/codec.js";
import { planeOf, type Raster } from "./picture/raster.js";
import { paintSweep } from "./studio/sweep.js";
import { applyInk } from "./text/colour.js";
import { uncovered } from "./text/coverage.js";
import { type Font, fontFor } from "./text/fonts.js";
import { fill } from "./text/layout.js";

/** Lines of the prompt that are shown at most. */
const PROMPT_LINES = 5;
const PROMPT_LEADING = 1.5;

export async function paintPlaceholder(job: Job): Promise<JobResult> {
  const size = sizeOfOutput(inputSchema, { resolution: job.resolution, aspect_ratio: job.aspectRatio });
  const picture = paintSweep(size, "white-to-grey");
  writeLabels(picture, job.prompt);
  return {
    data: await encodePicture(picture, job.format),
    applied: [
      {
        operation: "placeholder",
        detail: `Drew a ${size.width}×${size.height} placeholder that shows the beginning of the prompt.`,
      },
    ],
    ignored: [
      {
        instruction: "prompt",
        reason: "the local engine has no image model; it draws a labelled placeholder for a text prompt",
      },
    ],
  };
}

function writeLabels(picture: Raster, prompt: string): void {
  const { width, height } = picture;
  const unit = Math.min(width, height * 1.4) / 100;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.textAlign = "center";
  context.fillStyle = "#ffffff";
  const bold = fontFor("headline");
  const plain = fontFor("text");
  const lines = promptLines(context, plain, prompt, {
    size: unit * 2.7,
    width: Math.min(width * 0.8, unit * 70),
  });
  const block = 7 + 5.2 + lines.length * 2.7 * PROMPT_LEADING;
  const top = height / 2 - (block / 2) * unit;
  write(context, bold, unit * 7, "PLACEHOLDER", width / 2, top + unit * 5);
  context.fillRect(width / 2 - unit * 4, top + unit * 7.6, unit * 8, Math.max(1, unit * 0.35));
  for (const [index, line] of lines.entries()) {
    const baseline = top + unit * (12.2 + index * 2.7 * PROMPT_LEADING);
    write(context, plain, unit * 2.7, line, width / 2, baseline);
  }
  const note = `Drawn by the local engine of Model API, not by a model  ·  ${width} × ${height}`;
  write(context, plain, unit * 1.75, note, width / 2, height - unit * 5);
  const { data } = context.getImageData(0, 0, width, height);
  const coverage = planeOf({ width, height }, (index) => (data[index * 4 + 3] ?? 0) / 255);
  applyInk(picture, { coverage, left: 0, top: 0 });
}

function write(context: SKRSContext2D, font: Font, size: number, text: string, x: number, y: number): void {
  context.font = `${size}px "${font.family}"`;
  context.fillText(text, x, y);
}

/** The prompt's beginning, wrapped. Characters that the font lacks become an ellipsis rather than boxes. */
function promptLines(
  context: SKRSContext2D,
  font: Font,
  prompt: string,
  { size, width }: { readonly size: number; readonly width: number },
): string[] {
  context.font = `${size}px "${font.family}"`;
  const missing = new Set(uncovered(prompt.replace(/\s/gu, " "), font.coverage));
  const readable = [...prompt.normalize("NFC")]
    .map((character) => (missing.has(character) ? "…" : character))
    .join("");
  const words = readable
    .replace(/(?:…\s*)+/gu, "… ")
    .split(/\s+/u)
    .filter(Boolean)
    .map(shortened);
  const lines = fill(words, width, (line) => context.measureText(line).width);
  if (lines.length <= PROMPT_LINES) return lines;
  return [...lines.slice(0, PROMPT_LINES - 1), `${lines[PROMPT_LINES - 1]?.replace(/[…,.;:\s]*$/u, "")} …`];
}

/** A word without end, such as a long address, would run out of the picture. */
function shortened(word: string): string {
  return word.length > 32 ? `${word.slice(0, 30)}…` : word;
}
