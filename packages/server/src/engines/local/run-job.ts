import { editPicture } from "./edit.js";
import type { Job, JobResult } from "./job.js";
import { paintPlaceholder } from "./placeholder.js";

/** Does the work in the thread that it is called in, and blocks that thread for most of the time. */
export function runJob(job: Job): Promise<JobResult> {
  const { image } = job;
  return image ? editPicture({ ...job, image }) : paintPlaceholder(job);
}
