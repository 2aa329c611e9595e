/** File formats, out of values such as `jpeg`, `mp3_44100_128` and `wav_cd_quality`. */

import type { OutputFormat } from "../../picture/codec.js";
import { MP3_RATES } from "../sound/mp3.js";
import type { SoundContainer } from "./order.js";

export interface Format<Container> {
  readonly container: Container;
  /** What was asked for and cannot be made here. */
  readonly instead?: string;
}

export function imageFormat(asked: string | undefined): Format<OutputFormat> {
  if (asked === undefined) return { container: "png" };
  const [name] = /png|jpe?g|webp/i.exec(asked) ?? [];
  if (name === undefined) return { container: "png", instead: asked };
  const lower = name.toLowerCase();
  return { container: lower === "jpg" ? "jpeg" : (lower as OutputFormat) };
}

export function videoFormat(asked: string | undefined): Format<"mp4"> {
  return { container: "mp4", ...(asked !== undefined && !/mp4|h\.?264/i.test(asked) && { instead: asked }) };
}

export interface SoundFormat extends Format<SoundContainer> {
  readonly sampleRate: number;
  readonly channels: number;
}

const BY_DEFAULT_RATE = 44_100;
const SLOWEST = 8_000;
const FASTEST = 96_000;
/** What people write for rates that are no round number of kilohertz. */
const KILOHERTZ: Readonly<Record<string, number>> = { "11": 11_025, "22": 22_050, "44": 44_100 };

/** `rate` is what another field says of the samples a second. */
export function soundFormat(asked: string | undefined, rate: number | undefined): SoundFormat {
  const [name] = /wav|mp3|pcm/i.exec(asked ?? "wav") ?? [];
  const container = (name?.toLowerCase() ?? "wav") as SoundContainer;
  const wanted = Math.min(FASTEST, Math.max(SLOWEST, rate ?? rateIn(asked ?? "") ?? BY_DEFAULT_RATE));
  return {
    container,
    ...(asked !== undefined && name === undefined && { instead: asked }),
    sampleRate: container === "mp3" && !MP3_RATES.includes(wanted) ? BY_DEFAULT_RATE : wanted,
    channels: container !== "mp3" && /cd_quality|stereo/i.test(asked ?? "") ? 2 : 1,
  };
}

function rateIn(text: string): number | undefined {
  const [, kilo] = /(\d+(?:\.\d+)?)\s*khz/i.exec(text) ?? [];
  if (kilo !== undefined) return KILOHERTZ[kilo] ?? Number(kilo) * 1000;
  const [, hertz] = /(?:^|_)(\d{4,5})(?:_|$)/.exec(text) ?? [];
  return hertz === undefined ? undefined : Number(hertz);
}
