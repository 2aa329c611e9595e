/** A film of a card: a counter and a bar move, so that one second is told from another. */

import { createCanvas } from "@napi-rs/canvas";
import { fontFor } from "../text/fonts.js";
import { type Card, drawCard, measureWith } from "./card/card.js";
import { videoFacts } from "./facts.js";
import { createEncoder } from "./h264/encoder.js";
import { type Area, BLOCK, drawPixels, emptyFrame, type Frame } from "./h264/frame.js";
import { parameterSets } from "./h264/parameter-sets.js";
import { aacDescription, h264Description } from "./mp4/descriptions.js";
import { writeFilm } from "./mp4/film.js";
import type { Track } from "./mp4/track.js";
import type { VideoOrder } from "./order/order.js";
import { AAC_CONFIG, AAC_FRAME, AAC_RATE, aacTone } from "./sound/aac.js";

/** Seconds between pictures at which one can start to watch. */
const WHOLE_EVERY = 10;
/** Height of the bar, of the counter's text, and its distance from the left edge and the bar, in units. */
const BAR = 2.2;
const COUNTER = 3.2;
const MARGIN = 3;

/** The MP4 file. `index` counts, from 0, the files of a request. */
export function makeVideo(order: VideoOrder, index: number, comment: string): Uint8Array {
  const tracks = [pictures(order, index), ...(order.sound ? [notes(order)] : [])];
  return writeFilm(tracks, comment);
}

function pictures(order: VideoOrder, index: number): Track {
  const { size, framesPerSecond } = order;
  const card = drawCard(size, { ...order, facts: videoFacts(order, index) });
  const frame = emptyFrame(size);
  const bar = createBar(card, frame);
  const counter = createCounter(card, frame, bar.top, order.duration);
  drawPixels(frame, card.canvas.data(), { ...size, left: 0, top: 0 });
  const encoder = createEncoder(frame);
  const count = Math.max(1, Math.round(order.duration * framesPerSecond));
  const samples: Uint8Array[] = [];
  const wholes: number[] = [];
  for (let number = 0; number < count; number++) {
    const changed = [bar.draw((number + 1) / count), counter.draw(Math.floor(number / framesPerSecond))];
    const isWhole = number % Math.round(WHOLE_EVERY * framesPerSecond) === 0;
    if (isWhole) wholes.push(number);
    samples.push(
      sampleOf(isWhole ? encoder.whole() : encoder.change(changed.filter((area) => area !== undefined))),
    );
  }
  const sampleTicks = 1000;
  return {
    kind: "video",
    timescale: Math.round(framesPerSecond * sampleTicks),
    samples,
    sampleTicks,
    ticks: count * sampleTicks,
    wholes,
    size,
    description: h264Description(size, parameterSets(frame, framesPerSecond)),
  };
}

function notes({ duration }: VideoOrder): Track {
  const { frames, samples } = aacTone({ duration });
  const bitrate = Math.ceil((frames.reduce((sum, { length }) => sum + length, 0) * 8) / duration);
  const description = aacDescription(AAC_RATE, AAC_CONFIG, bitrate);
  return {
    kind: "sound",
    timescale: AAC_RATE,
    samples: frames,
    sampleTicks: AAC_FRAME,
    ticks: samples,
    description,
  };
}

/** In a file a packet comes after its length, in four bytes. */
function sampleOf(packet: Uint8Array): Uint8Array {
  const sample = new Uint8Array(packet.length + 4);
  new DataView(sample.buffer).setUint32(0, packet.length);
  sample.set(packet, 4);
  return sample;
}

/** Draws within a frame, and says where; undefined where nothing has changed. */
interface Mover<State> {
  draw(state: State): Area | undefined;
}

/** Along the lower edge, in whole macroblocks: all but the first row of them cost next to nothing. */
function createBar({ canvas, palette, unit }: Card, frame: Frame): Mover<number> & { readonly top: number } {
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
function createCounter(
  { palette, unit }: Card,
  frame: Frame,
  bottom: number,
  duration: number,
): Mover<number> {
  const size = unit * COUNTER;
  const font = fontFor("headline");
  const whole = ` / ${clock(Math.ceil(duration))}`;
  const longest = "0".repeat(clock(Math.ceil(duration)).length) + whole;
  const even = (length: number): number => Math.max(0, Math.floor(length / 2) * 2);
  const left = even(Math.min(unit * MARGIN, frame.width / 10));
  const height = even(size * 1.3) + 2;
  const canvas = createCanvas(2, 2);
  const width = Math.min(
    even(measureWith(canvas.getContext("2d"), font, size)(longest)) + 8,
    even(frame.width - left),
  );
  const area = { left, top: Math.max(0, even(bottom - height - unit)), width, height };
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  let shown = -1;
  return {
    draw(seconds) {
      if (seconds === shown || size < 6 || area.top + height > bottom) return undefined;
      shown = seconds;
      context.fillStyle = palette.paper;
      context.fillRect(0, 0, width, height);
      context.font = `${size}px "${font.family}"`;
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
