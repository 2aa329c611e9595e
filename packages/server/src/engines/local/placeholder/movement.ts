/** What moves in a film of a card, so that one second is told from another: a bar, and a clock. */

import { createCanvas } from "@napi-rs/canvas";
import { fontFor } from "../text/fonts.js";
import { type Card, measureWith } from "./card/card.js";
import { letteringOf, useLettering } from "./card/lettering.js";
import { type Area, BLOCK, drawPixels, type Frame } from "./h264/frame.js";

/** Height of the bar, of the clock's text, and its distance from the left edge and the bar, in units. */
const BAR = 2.2;
const CLOCK = 3.2;
const MARGIN = 3;
/** Smaller text is not drawn, in pixels. */
const LEGIBLE = 8;

/** Draws within a frame, and says where; undefined where nothing has changed. */
export interface Mover<State> {
  draw(state: State): Area | undefined;
}

/** Along the lower edge, in whole macroblocks: all but the first row of them cost next to nothing. */
export function createBar(
  { canvas, palette, unit }: Card,
  frame: Frame,
): Mover<number> & { readonly top: number } {
  const { width, height } = frame;
  const top = Math.max(0, Math.floor((height - Math.max(4, unit * BAR)) / BLOCK) * BLOCK);
  const context = canvas.getContext("2d");
  context.fillStyle = palette.track;
  context.fillRect(0, top, width, height - top);
  const filled = createCanvas(BLOCK, height - top);
  const fill = filled.getContext("2d");
  fill.fillStyle = palette.accent;
  fill.fillRect(0, 0, filled.width, filled.height);
  const pixels = fill.getImageData(0, 0, filled.width, filled.height).data;
  let done = 0;
  return {
    top,
    draw(fraction) {
      const right = fraction === 1 ? width : Math.round((width * fraction) / 2) * 2;
      const area = { left: done, top, width: right - done, height: height - top };
      // A fast bar runs over more than what has been painted once.
      for (; done < right; done += Math.min(BLOCK, right - done)) {
        const part = Math.min(BLOCK, right - done);
        drawPixels(frame, columns(pixels, BLOCK, part), {
          left: done,
          top,
          width: part,
          height: height - top,
        });
      }
      return area.width > 0 ? area : undefined;
    },
  };
}

/** The leftmost columns of RGBA pixels. */
function columns(pixels: Uint8ClampedArray, stride: number, width: number): Uint8ClampedArray {
  const rows = pixels.length / 4 / stride;
  const part = new Uint8ClampedArray(rows * width * 4);
  for (let row = 0; row < rows; row++)
    part.set(pixels.subarray(row * stride * 4, (row * stride + width) * 4), row * width * 4);
  return part;
}

/** The seconds that have passed, of all of them, above the bar. */
export function createClock(
  { palette, unit }: Card,
  frame: Frame,
  bottom: number,
  duration: number,
): Mover<number> {
  const size = unit * CLOCK;
  const lettering = letteringOf(fontFor("headline"));
  const whole = ` / ${clock(Math.ceil(duration))}`;
  const longest = "0".repeat(clock(Math.ceil(duration)).length) + whole;
  const even = (length: number): number => Math.max(0, Math.floor(length / 2) * 2);
  const left = even(Math.min(unit * MARGIN, frame.width / 10));
  const height = even(size * 1.3) + 2;
  const canvas = createCanvas(2, 2);
  const width = Math.min(
    even(measureWith(canvas.getContext("2d"), lettering, size)(longest)) + 8,
    even(frame.width - left),
  );
  const area = { left, top: Math.max(0, even(bottom - height - unit)), width, height };
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  let shown = -1;
  return {
    draw(seconds) {
      if (seconds === shown || size < LEGIBLE || area.top + height > bottom) return undefined;
      shown = seconds;
      context.fillStyle = palette.paper;
      context.fillRect(0, 0, width, height);
      useLettering(context, lettering, size);
      context.fillStyle = palette.ink;
      context.fillText(clock(seconds) + whole, 0, size);
      drawPixels(frame, context.getImageData(0, 0, width, height).data, area);
      return area;
    },
  };
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
