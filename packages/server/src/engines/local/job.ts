/** What crosses the thread boundary: plain data only. */

import type { AppliedOperation, IgnoredInstruction } from "../engine.js";
import type { OutputFormat } from "./picture/codec.js";
import type { PlaceholderOrder } from "./placeholder/order/order.js";

/** How a headline and a subject that want the same place come to terms. */
export type HeadlinePolicy = "make-room" | "in-place";

/** One run, its input read out of the task. */
export interface Job {
  readonly prompt: string;
  /** The picture to edit; none for a picture from text. */
  readonly image?: Uint8Array;
  readonly aspectRatio?: string;
  readonly resolution: string;
  readonly format: OutputFormat;
  readonly headlinePolicy: HeadlinePolicy;
}

/** One run of a model that cannot be imitated. */
export interface PlaceholderJob {
  readonly placeholder: PlaceholderOrder;
  readonly image?: undefined;
}

export type AnyJob = Job | PlaceholderJob;

export interface JobResult {
  readonly data: Uint8Array;
  /** Of a run that makes several files: those after the first. */
  readonly others?: readonly Uint8Array[];
  readonly applied: readonly AppliedOperation[];
  readonly ignored: readonly IgnoredInstruction[];
}
