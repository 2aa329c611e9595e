/** Reads an edit out of a task, and fetches the pictures that it needs, here on the caller's thread. */

import type { EngineContext, EngineTask } from "../engine.js";
import { EngineError } from "../engine.js";
import type { EditPlan, Ignored } from "./instructions/plan.js";
import { readPrompt } from "./instructions/read-prompt.js";
import type { HeadlinePolicy, Job } from "./job.js";
import type { OutputFormat } from "./picture/codec.js";
import type { Quality } from "./quality.js";
import { neededImages } from "./stages/inputs.js";

export interface TaskToRun {
  readonly job: Job;
  /** What of the input will not be used. */
  readonly ignored: readonly Ignored[];
}

export async function readEdit(
  { input }: EngineTask,
  context: EngineContext,
  headlinePolicy: HeadlinePolicy,
): Promise<TaskToRun> {
  const uris = texts(input.images);
  if (uris.length === 0) throw new EngineError("input", "images: at least one picture is needed");
  const { plan, ignored } = readPrompt(text(input.prompt) ?? "", { images: uris.length });
  const needed = neededImages(plan, uris.length);
  const images: (Uint8Array | undefined)[] = [];
  for (const [index, uri] of uris.entries()) {
    images.push(needed.includes(index) ? (await context.fetchMedia(uri, "image")).bytes : undefined);
  }
  const aspectRatio = text(input.aspect_ratio);
  const job: Job = {
    plan,
    images,
    resolution: text(input.resolution) ?? "1k",
    quality: (text(input.quality) ?? "medium") as Quality,
    format: (text(input.output_format) ?? "png") as OutputFormat,
    headlinePolicy,
    ...(aspectRatio !== undefined && { aspectRatio }),
  };
  return { job, ignored: [...ignored, ...unused(plan, uris.length)] };
}

function unused(plan: EditPlan, count: number): Ignored[] {
  const needed = neededImages(plan, count);
  return Array.from({ length: count }, (_, index) => index)
    .filter((index) => !needed.includes(index))
    .map((index) => ({
      instruction: `images[${index}]`,
      reason: "the prompt does not say, in words that the local engine knows, what to do with this picture",
      cause: "unused-input",
    }));
}

/** The schema has checked the input already; what is not a text here was not given. */
function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
