/** A film of a card: most of it stands still, and costs next to nothing. */

import { drawCard } from "./card/card.js";
import { videoFacts } from "./facts.js";
import { createEncoder } from "./h264/encoder.js";
import { drawPixels, emptyFrame } from "./h264/frame.js";
import { sampleOf } from "./h264/nal-unit.js";
import { parameterSets } from "./h264/parameter-sets.js";
import { createBar, createClock } from "./movement.js";
import { aacDescription, h264Description } from "./mp4/descriptions.js";
import { writeFilm } from "./mp4/film.js";
import type { Track } from "./mp4/track.js";
import type { VideoOrder } from "./order/order.js";
import { AAC_CONFIG, AAC_FRAME, AAC_RATE, aacTone } from "./sound/aac.js";

/** Seconds between pictures at which one can start to watch. */
const WHOLE_EVERY = 10;

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
  const clock = createClock(card, frame, bar.top, order.duration);
  drawPixels(frame, card.canvas.data(), { ...size, left: 0, top: 0 });
  const encoder = createEncoder(frame);
  const count = Math.max(1, Math.round(order.duration * framesPerSecond));
  const samples: Uint8Array[] = [];
  const wholes: number[] = [];
  for (let number = 0; number < count; number++) {
    const changed = [bar.draw((number + 1) / count), clock.draw(Math.floor(number / framesPerSecond))];
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
