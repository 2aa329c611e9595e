import type { Catalog } from "../../catalog.js";
import type { Clock } from "../../clock.js";
import type { Engine, EngineFault } from "../../engines/engine.js";

/** A request that the engine under test is to serve. */
export interface EngineRun {
  readonly modelId: string;
  /** As it arrives at an engine: media fields are URIs. The kit fetches `data:` URIs, and `http:` URLs on loopback. */
  readonly input: Readonly<Record<string, unknown>>;
  /**
   * What the output has to be. For `openai/gpt-image-2…` it follows from the input, where it is not given; for other models without it, only
   * the kind is held against the catalog.
   */
  readonly expect?: ExpectedFile;
}

export interface ExpectedFile {
  /** Of a picture, in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** E.g. `image/png`. */
  readonly mediaType: string;
}

/** A way in which the engine's own service fails, and what the engine has to say of it. */
export interface ArrangedFault {
  /** Ends the sentence "says what it is when …". */
  readonly name: string;
  /** Makes the service fail; the engine is opened after it. */
  arrange(): void | Promise<void>;
  /** Makes it well again; called whatever has become of the run. */
  restore?(): void | Promise<void>;
  /** @default the first run's */
  readonly modelId?: string;
  /** @default the first run's */
  readonly input?: Readonly<Record<string, unknown>>;
  readonly fault: EngineFault;
  readonly code?: string;
}

export interface EngineCheckOptions {
  /** Opens the engine; called for each run, and closed after it. */
  engine(): Engine | Promise<Engine>;
  /** At least one. */
  readonly runs: readonly EngineRun[];
  readonly faults?: readonly ArrangedFault[];
  /**
   * Resolves when the engine is in the middle of the work of a run: when its service has got the call, say. It is asked when the run has begun.
   * Without it, a run is aborted one turn of the event loop after it has begun, if it has not ended by then.
   */
  whileRunning?(): Promise<void>;
  /** What no log line, no error and no report may say, e.g. the key of the engine's own service. */
  readonly secrets?: readonly string[];
  /** What the caller's API key brings along for services, by their names. @default nothing */
  readonly providerKeys?: Readonly<Record<string, string>>;
  /** Whose name its reports carry, of an engine that plays back what another has made. @default its own */
  readonly reportedAs?: string;
  /** Where the models are described. @default the catalog of `@model-api/models` */
  readonly catalog?: Catalog;
  /** @default the system's */
  readonly clock?: Clock;
}

/** One thing that is asked of an engine; `run` throws an Error that says what was expected. */
export interface EngineCheck {
  /** A sentence for a test's title. */
  readonly name: string;
  run(): Promise<void>;
}
