/** What became of a row of a batch. */
export interface Outcome {
  /** The line of the file. */
  readonly line: number;
  /** `unknown`: its submit was lost, and it may run and be charged. `stopped`: it was not run to its end; a second start goes on. */
  readonly state: "completed" | "failed" | "unknown" | "stopped";
  readonly requestId?: string | undefined;
  /** Paths of its files, or URLs where nothing was downloaded. */
  readonly files?: readonly string[];
  readonly error?: string;
  /** Whether it had ended before this start. */
  readonly isFromBefore?: boolean;
}
