import { now, sleep } from "../clock.js";

export type CallKind = "submit" | "status" | "result";

/** A job, named by the `tag` in its input so that a suite finds it again whatever id its client was given. */
export interface Job {
  readonly id: string;
  readonly tag: string;
  /** When it completed; undefined until then. */
  completedAt?: number;
  readonly done: Promise<void>;
  readonly calls: Record<CallKind, number>;
}

/** What every client sends as its input, under whatever name the protocol has for it. */
export interface JobInput {
  readonly tag: string;
  readonly duration_ms: number;
}

/** What a suite is told of a job. */
export type JobRecord = Pick<Job, "tag" | "completedAt" | "calls">;

export class Jobs {
  readonly #jobs = new Map<string, Job>();

  constructor() {
    // One that never ends: what the suites of single calls ask for.
    this.#add("abc", "endless", new Promise(() => {}));
  }

  /** Starts a job at once: there is no queue. */
  submit({ tag, duration_ms: duration }: JobInput): Job {
    const end = sleep(duration).then(() => {
      job.completedAt = now();
    });
    const job = this.#add(`request-${this.#jobs.size}`, tag, end);
    job.calls.submit = 1;
    return job;
  }

  /** The job that a call is about; the call is counted. */
  find(id: string | undefined, kind: CallKind): Job | undefined {
    const job = this.#jobs.get(id ?? "");
    if (job) job.calls[kind]++;
    return job;
  }

  records(): JobRecord[] {
    return [...this.#jobs.values()].map(({ tag, completedAt, calls }) => ({
      tag,
      calls,
      ...(completedAt !== undefined && { completedAt }),
    }));
  }

  #add(id: string, tag: string, done: Promise<void>): Job {
    const job: Job = { id, tag, done, calls: { submit: 0, status: 0, result: 0 } };
    this.#jobs.set(id, job);
    return job;
  }
}
