/** What a placeholder is to be like, read out of a request. Plain data: it crosses to the worker thread. */

import type { IgnoredInstruction } from "../../../engine.js";
import type { Size } from "../../../sizes.js";
import type { OutputFormat } from "../../picture/codec.js";

interface AnyOrder {
  readonly modelId: string;
  /** What the request says in words; its beginning is shown. */
  readonly prompt: string;
  /** How many files there are to be. */
  readonly count: number;
  /** What of the request the placeholder does not follow. */
  readonly ignored: readonly IgnoredInstruction[];
}

export interface ImageOrder extends AnyOrder {
  readonly kind: "image";
  readonly size: Size;
  readonly format: OutputFormat;
}

export interface VideoOrder extends AnyOrder {
  readonly kind: "video";
  /** Both edges are even. */
  readonly size: Size;
  /** Seconds. */
  readonly duration: number;
  readonly framesPerSecond: number;
  readonly sound: boolean;
}

export type SoundContainer = "wav" | "mp3" | "pcm";

export interface AudioOrder extends AnyOrder {
  readonly kind: "audio";
  /** Seconds. */
  readonly duration: number;
  readonly container: SoundContainer;
  /** Samples a second. */
  readonly sampleRate: number;
  readonly channels: number;
}

export type PlaceholderOrder = ImageOrder | VideoOrder | AudioOrder;
