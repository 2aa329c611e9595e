import { editPicture } from "./edit.js";
import type { AnyJob, JobResult } from "./job.js";
import { makePlaceholder } from "./placeholder/make-placeholder.js";

/** Does the work in the thread that it is called in, and blocks that thread for most of the time. */
export function runJob(job: AnyJob): Promise<JobResult> {
  return "placeholder" in job ? makePlaceholder(job.placeholder) : editPicture(job);
}
