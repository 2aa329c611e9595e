import type { Jobs } from "./jobs.js";

export interface Call {
  readonly method: string;
  /** Scheme and host, for the URLs in answers. */
  readonly origin: string;
  /** Without the query, and without what comes before the protocol's own paths. */
  readonly path: string;
  readonly prefer: string | undefined;
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Sent as JSON, or piece by piece where it is a stream of text. */
  readonly body: object | AsyncIterable<string>;
}

/** How one service talks about jobs. Undefined: it has no such path. */
export type Protocol = (call: Call, jobs: Jobs) => Answer | undefined | Promise<Answer | undefined>;

/** The seconds of `Prefer: wait=N`; 60 where the number is left out, undefined where there is no such wish. */
export function preferredWait(prefer: string | undefined): number | undefined {
  const wait = /^wait(?:=(\d+))?/.exec(prefer ?? "");
  return wait ? Number(wait[1] ?? 60) : undefined;
}
