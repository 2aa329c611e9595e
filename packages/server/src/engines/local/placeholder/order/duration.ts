/** How long a placeholder is to be, in seconds. */

import { choicesOf } from "@model-api/models";
import { factorOf, type Model } from "./field-meanings.js";
import type { RequestReader } from "./request-reader.js";
import type { Sources } from "./sources.js";

/** What a model makes that leaves the length to itself. */
const BY_DEFAULT = 5;
/** Letters that are spoken in a second. */
const SPOKEN = 15;
const SHORTEST_SPEECH = 2;
/** More is not made: memory is bounded. */
const LONGEST = 600;

export interface Timing {
  readonly kind: "video" | "audio";
  readonly model: Model;
  readonly reader: RequestReader;
  readonly sources: Sources;
  /** Of a video, where its length is told in frames. */
  readonly framesPerSecond?: number;
  /** What is to be said or sung. */
  readonly words: string;
}

/** Seconds by the request's fields; else as long as the video that it names; else a usual length. */
export async function readDuration(timing: Timing): Promise<number> {
  const { kind, reader, sources, words } = timing;
  const asked = saidDuration(timing) ?? (kind === "video" ? await sources.film() : undefined);
  const usual = kind === "video" ? BY_DEFAULT : Math.max(SHORTEST_SPEECH, Math.ceil(words.length / SPOKEN));
  const { duration, field = "duration" } = { field: undefined, ...(asked ?? { duration: usual }) };
  if (duration > LONGEST)
    reader.note(field, `${duration} s is more than a placeholder lasts; it is made with ${LONGEST} s`);
  return Math.min(LONGEST, duration);
}

function saidDuration({
  model,
  reader,
  framesPerSecond = 24,
}: Timing): { duration: number; field: string } | undefined {
  const [frames] = reader.all("frames");
  const [seconds] = reader.all("seconds");
  if (frames && Number(frames.value) > 0 && (frames.given || !seconds?.given))
    return { duration: Number(frames.value) / framesPerSecond, field: frames.name };
  if (!seconds) return undefined;
  const value = secondsOf(seconds.value);
  const duration =
    value === undefined ? leftToTheModel(choicesOf(seconds.field)) : value * factorOf(seconds.name, model);
  return { duration, field: seconds.name };
}

/** `5`, `"5"` and `"5s"`; undefined for `auto`. */
function secondsOf(value: unknown): number | undefined {
  const number =
    typeof value === "number" ? value : Number(/^(\d+(?:\.\d+)?)\s*s?$/.exec(String(value))?.[1]);
  return number > 0 ? number : undefined;
}

/** The shortest of the model's own lengths that is no shorter than usual. */
function leftToTheModel(choices: readonly unknown[] = []): number {
  const lengths = choices.map(secondsOf).filter((length) => length !== undefined && length >= BY_DEFAULT);
  return Math.min(...(lengths as number[]), ...(lengths.length === 0 ? [BY_DEFAULT] : []));
}
