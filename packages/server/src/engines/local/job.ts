/** What crosses the thread boundary: plain data only. */

import type { AppliedOperation, IgnoredInstruction } from "../engine.js";
import type { EditPlan } from "./instructions/plan.js";
import type { OutputFormat } from "./picture/codec.js";
import type { PlaceholderOrder } from "./placeholder/order/order.js";
import type { Quality } from "./quality.js";

/** How a headline and a subject that want the same place come to terms. */
export type HeadlinePolicy = "make-room" | "in-place";

/** One run of an edit, its input read out of the task. */
export interface Job {
  readonly plan: EditPlan;
  /** As many as the request has; those that the plan has no use for are absent. */
  readonly images: readonly (Uint8Array | undefined)[];
  readonly aspectRatio?: string;
  readonly resolution: string;
  readonly quality: Quality;
  readonly format: OutputFormat;
  readonly headlinePolicy: HeadlinePolicy;
}

/** One run of a model that cannot be imitated. */
export interface PlaceholderJob {
  readonly placeholder: PlaceholderOrder;
}

export type AnyJob = Job | PlaceholderJob;

export interface JobResult {
  readonly data: Uint8Array;
  /** Where more than one file was asked for, those after the first. */
  readonly others?: readonly Uint8Array[];
  readonly applied: readonly AppliedOperation[];
  readonly ignored: readonly IgnoredInstruction[];
}
