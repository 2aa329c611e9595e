/** What a file is, in words: for the picture itself and for the report. */

import type { ImageOrder, PlaceholderOrder, VideoOrder } from "./order/order.js";

const SEPARATOR = "  ·  ";

/** `index` counts, from 0, the files of a request. */
export function imageFacts({ size, format, count }: ImageOrder, index: number): string {
  return [`${size.width} × ${size.height}`, format.toUpperCase(), ...numbering(index, count)].join(SEPARATOR);
}

export function videoFacts(
  { size, duration, framesPerSecond, sound, count }: VideoOrder,
  index: number,
): string {
  return [
    `${size.width} × ${size.height}`,
    seconds(duration),
    `${framesPerSecond} frames a second`,
    ...(sound ? ["with sound"] : []),
    ...numbering(index, count),
  ].join(SEPARATOR);
}

function numbering(index: number, count: number): string[] {
  return count > 1 ? [`${index + 1} of ${count}`] : [];
}

const CONTAINERS = { wav: "WAV", mp3: "MP3", pcm: "raw 16-bit samples" } as const;
const MELODY = "one soft note a second, the first one higher and the last one lower";

/** What was made, in a sentence. */
export function inWords(order: PlaceholderOrder): string {
  const { kind, count } = order;
  const several = count > 1 ? `${count} placeholders` : "a placeholder";
  const shown = "with the model's id and the beginning of the prompt";
  switch (kind) {
    case "image": {
      const { size, format } = order;
      return `Drew ${several} of ${size.width}×${size.height}, ${format.toUpperCase()}, ${shown}.`;
    }
    case "video": {
      const { size, duration, framesPerSecond, sound } = order;
      const picture = `${size.width}×${size.height}, ${seconds(duration)} at ${framesPerSecond} frames a second`;
      const heard = sound ? `H.264 and AAC in MP4, with sound: ${MELODY}` : "H.264 in MP4, without sound";
      return `Made ${several} of ${picture}, ${shown} and a clock; ${heard}.`;
    }
    case "audio": {
      const { duration, sampleRate, channels, container } = order;
      const rate = `${sampleRate} Hz, ${channels === 1 ? "mono" : "stereo"}`;
      return `Made ${several} of ${seconds(duration)}, ${rate}, ${CONTAINERS[container]}: ${MELODY}.`;
    }
  }
}

/** As people write them, e.g. `5 s` and `2.5 s`. */
function seconds(duration: number): string {
  return `${Number(duration.toFixed(2))} s`;
}
