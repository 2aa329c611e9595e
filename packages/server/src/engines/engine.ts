import type { Clock } from "../clock.js";
import type { Logger } from "../logger.js";

/** What an engine is to the server: something that turns a validated input into output files. */

/** A kind of output file; the key that it appears under in a result's `output`. */
export type MediaKind = "image" | "video" | "audio";

/** The work that an engine is asked to do. `input` has passed the model's input schema. */
export interface EngineTask {
  readonly requestId: string;
  readonly modelId: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A media input, fetched and sniffed. */
export interface FetchedMedia {
  readonly bytes: Uint8Array;
  /** Media type read from the bytes, never from a name or a header, e.g. `image/png`. */
  readonly mediaType: string;
}

/** What the server lends to an engine for the duration of one run. */
export interface EngineContext {
  /** Fetches an `https:` or `data:` URI through the server's guard. Throws {@link EngineError} with fault `input`. */
  fetchMedia(uri: string, expected: MediaKind): Promise<FetchedMedia>;
  /** Aborted by the run's timeout, a shutdown or a lost lease, never by a cancel. */
  readonly signal: AbortSignal;
  /** For whoever operates the server. Each line says of which request it is; prompts and secrets do not belong into it. */
  readonly log: Logger;
  /** Where time comes from: tests set it. */
  readonly clock: Clock;
}

/** One file that a run produced. */
export interface EngineFile {
  readonly kind: MediaKind;
  /** Media type of the bytes, e.g. `image/webp`. */
  readonly mediaType: string;
  /** The bytes, or where they come from one after another: a large file need never be in memory. */
  readonly data: Uint8Array | AsyncIterable<Uint8Array>;
}

/** Something of the input that the engine recognised and did. */
export interface AppliedOperation {
  /** Stable name in kebab-case, e.g. `replace-background`. */
  readonly operation: string;
  /** What was done, in a sentence for a person. */
  readonly detail: string;
}

/** Something of the input that the engine read and did not do. */
export interface IgnoredInstruction {
  /** The words of the prompt, or the name of the input field. */
  readonly instruction: string;
  readonly reason: string;
}

/** What an engine says of its own work. It travels in the result as the extension `engine_report`. */
export interface EngineReport {
  readonly engine: string;
  readonly applied: readonly AppliedOperation[];
  readonly ignored: readonly IgnoredInstruction[];
}

export interface EngineResult {
  readonly files: readonly EngineFile[];
  readonly report: EngineReport;
}

/** Implements one or more models. */
export interface Engine {
  /** Short name, e.g. `local`; shown in logs and in the report. */
  readonly name: string;
  /**
   * Whether a run that was cut short by a crash may be run again. True only for work that is free:
   * where a run costs money, the server fails the request as `outcome unknown` instead.
   */
  readonly repeatable: boolean;
  serves(modelId: string): boolean;
  run(task: EngineTask, context: EngineContext): Promise<EngineResult>;
  /** Releases what the engine holds (threads, sockets). */
  close?(): Promise<void>;
}

/**
 * What became of a failed run, and whose fault it is:
 * - `input` — the caller's; do not repeat it unchanged;
 * - `transient` — nobody's: nothing was done or charged, and another try may succeed. The server tries again, whether or not the
 *   engine is `repeatable`;
 * - `final` — the engine's own;
 * - `unknown` — the work may have been done and charged: the call had left, and its answer was lost. It is never repeated.
 */
export type EngineFault = "input" | "transient" | "final" | "unknown";

export interface EngineErrorOptions extends ErrorOptions {
  /** Of a `transient` failure: milliseconds before another try, where the engine was told so. @default at once */
  readonly retryAfterMs?: number | undefined;
}

/** The error that an engine throws when it knows what went wrong. Anything else counts as `final`. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly fault: EngineFault;
  readonly retryAfterMs: number | undefined;

  constructor(fault: EngineFault, message: string, options: EngineErrorOptions = {}) {
    super(message, options);
    this.fault = fault;
    this.retryAfterMs = options.retryAfterMs;
  }

  /** Like `instanceof`, and works across two installed copies of this package: an engine of yours may come with its own. */
  static isInstance(value: unknown): value is EngineError {
    const { name, fault } = Object(value);
    return name === "EngineError" && ["input", "transient", "final", "unknown"].includes(fault);
  }
}
