import { editPicture } from "./edit.js";
import type { AnyJob, JobResult } from "./job.js";
import { makePlaceholder } from "./placeholder/make-placeholder.js";

/** Does the work in the thread that it is called in, and blocks that thread for most of the time. */
export async function runJob(job: AnyJob): Promise<JobResult> {
  if ("placeholder" in job) return makePlaceholder(job.placeholder);
  const { image } = job;
  if (!image) throw new TypeError("an edit needs a picture");
  return editPicture({ ...job, image });
}
