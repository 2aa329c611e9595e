import type { Clock } from "../clock.js";
import type { Logger } from "../logger.js";

/** What an engine is to the server: something that turns a validated input into output files. */

/** A kind of output file; the key that it appears under in a result's `output`. */
export type MediaKind = "image" | "video" | "audio";

/** The work that an engine is asked to do. `input` has passed the model's input schema; its media fields are URIs. */
export interface EngineTask<Input extends object = Readonly<Record<string, unknown>>> {
  readonly requestId: string;
  readonly modelId: string;
  readonly input: Input;
  /** Counts from 1. */
  readonly attempt: number;
  /** What {@link Engine.admit} has planned for the request. */
  readonly plan?: string | undefined;
}

/** A media input, fetched and sniffed. */
export interface FetchedMedia {
  readonly bytes: Uint8Array;
  /** Media type read from the bytes, never from a name or a header, e.g. `image/png`. */
  readonly mediaType: string;
}

/** A file on its way from somewhere else. */
export interface RemoteFile {
  /** Media type read from the bytes, e.g. `video/mp4`. */
  readonly mediaType: string;
  readonly data: AsyncIterable<Uint8Array>;
}

/** A file that the server has kept: an output of the request once a result names it, and removed where none does. */
export interface KeptFile {
  readonly kind: MediaKind;
  /** Name below the request's folder in the storage. */
  readonly name: string;
}

/** What the server lends to an engine for the duration of one run. */
export interface EngineContext {
  /** Fetches an `https:` or `data:` URI of the input through the server's guard. Throws {@link EngineError} with fault `input`. */
  fetchMedia(uri: string, expected: MediaKind): Promise<FetchedMedia>;
  /** Whether a URI names an upload to this server, which others may be unable to fetch. */
  isOwnFile(uri: string): boolean;
  /**
   * Fetches a file that the engine's own service has made, through the same guard, and hands it on piece by piece: it is never in memory as a whole.
   * Throws what `use` throws, or an Error that says what went wrong and never contains the URI's query; the fetch may be repeated.
   * `trustedOrigin` is one that whoever runs the server has named, such as `http://10.0.0.5:8787`: its files are fetched from a private network too.
   */
  fetchOutput<T>(
    uri: string,
    expected: MediaKind,
    use: (file: RemoteFile) => Promise<T>,
    options?: { readonly trustedOrigin?: string | undefined },
  ): Promise<T>;
  /** Keeps an output right now, before the run ends. Files need not be kept by hand: a result may name them as they are. */
  keep(file: EngineFile): Promise<KeptFile>;
  /** Tells callers how far the work has come, from 0 to 1. Call it as often as you like: the server thins it out, and never goes back. */
  progress(fraction: number): void;
  /**
   * Keeps, durably, what the engine's own service calls this work. From then on an interrupted run is not lost: {@link Engine.resume} gets the
   * reference, and an *outcome unknown* names it. Do not begin to wait before it has resolved. A `transient` error makes it forgotten.
   */
  remember(reference: string): Promise<void>;
  /** The secret for a service behind the engine that the caller's API key brings along (`model-api keys create --provider-key`). */
  providerKey(provider: string): Promise<string | undefined>;
  /** Aborted by the run's timeout, a shutdown or a lost lease, never by a cancel; its reason is a {@link RunAborted}. */
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
  /** What the engine's own service counted, e.g. `{ "input_tokens": 512 }`. */
  readonly usage?: Readonly<Record<string, number>>;
}

export interface EngineResult {
  readonly files: readonly (EngineFile | KeptFile)[];
  readonly report: EngineReport;
  /** US dollars, where the engine's own service has said so. */
  readonly cost?: number | undefined;
}

/** What an engine knows of a request before it is accepted. */
export interface Admission {
  /**
   * How the request's time in the queue is to look, for an engine that plays back what has happened elsewhere: from `afterMs` milliseconds after the
   * submit on, so many requests are ahead. It cannot be claimed before `ms`.
   */
  readonly queue?: {
    readonly ms: number;
    readonly positions: readonly { readonly afterMs: number; readonly ahead: number }[];
  };
  /** Kept with the request, for the run: {@link EngineTask.plan}. */
  readonly plan?: string;
}

/** What an engine may use to look at a request before it is accepted. */
export type AdmissionContext = Pick<EngineContext, "fetchMedia" | "isOwnFile" | "signal" | "clock">;

/** Why a run was aborted. */
export class RunAborted extends Error {
  override readonly name = "RunAborted";
  /**
   * After `stopped` and `lease_lost` somebody else goes on with a run that has remembered its work ({@link Engine.resume}), so that the work had
   * better go on as well; after `timed_out` nobody does.
   */
  readonly why: "stopped" | "lease_lost" | "timed_out";

  constructor(why: RunAborted["why"], message: string) {
    super(message);
    this.why = why;
  }

  /** Like `instanceof`, and works across two installed copies of this package. */
  static isInstance(value: unknown): value is RunAborted {
    return Object(value).name === "RunAborted";
  }
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
  /**
   * How many runs a server has at the same time, where nobody has said it: many for an engine that only waits for a service of its own.
   * @default 2
   */
  readonly concurrency?: number | undefined;
  serves(modelId: string): boolean;
  /**
   * Looks at a request before it is accepted. An {@link EngineError} with fault `input` refuses the submit (HTTP 422, with `detail` where the
   * error has it): the caller hears of it at once, and nothing is kept. Its caller waits: it must be quick, and cost nothing.
   */
  admit?(
    task: Pick<EngineTask, "modelId" | "input">,
    context: AdmissionContext,
  ): Promise<Admission | undefined>;
  run(task: EngineTask, context: EngineContext): Promise<EngineResult>;
  /**
   * Goes on with a run that was cut short after it had called {@link EngineContext.remember}: waits for the work that is there, and never begins
   * another. With it a request survives the server's crashes and restarts although its run may not be repeated.
   */
  resume?(task: EngineTask, reference: string, context: EngineContext): Promise<EngineResult>;
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
  /**
   * A stable word for the caller's program, in snake_case.
   * @default `invalid_media` for `input`, `outcome_unknown` for `unknown`, else `engine_failed`
   */
  readonly code?: string | undefined;
  /** Of a submit that {@link Engine.admit} refuses: what is wrong, field by field. */
  readonly detail?:
    | readonly { readonly path: readonly (string | number)[]; readonly message: string }[]
    | undefined;
}

/** The error that an engine throws when it knows what went wrong. Anything else counts as `final`. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly fault: EngineFault;
  readonly retryAfterMs: number | undefined;
  readonly code: string | undefined;
  readonly detail: EngineErrorOptions["detail"];

  constructor(fault: EngineFault, message: string, options: EngineErrorOptions = {}) {
    super(message, options);
    this.fault = fault;
    this.retryAfterMs = options.retryAfterMs;
    this.code = options.code;
    this.detail = options.detail;
  }

  /** Like `instanceof`, and works across two installed copies of this package: an engine of yours may come with its own. */
  static isInstance(value: unknown): value is EngineError {
    const { name, fault } = Object(value);
    return name === "EngineError" && ["input", "transient", "final", "unknown"].includes(fault);
  }
}

/** {@link Engine.concurrency} of engines that only wait for a service of their own, or for time to pass. */
export const WAITING_CONCURRENCY: number = 64;
