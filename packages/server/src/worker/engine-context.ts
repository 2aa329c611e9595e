import type { Clock } from "../clock.js";
import type { Engine, EngineContext, MediaKind } from "../engines/engine.js";
import type { Logger } from "../logger.js";
import type { MediaFetcher } from "../media/media-fetcher.js";
import type { OutputFetcher } from "../media/output-fetcher.js";
import type { RequestRecord } from "../requests.js";
import type { Storage } from "../storage/storage.js";
import type { Claim, Store } from "../store/store.js";
import { isOwnFileUrl } from "../uploads/own-file.js";
import { createOutputs, type Outputs } from "./outputs.js";
import { createProgress, type Progress } from "./progress.js";
import { untilWritten } from "./until-written.js";

export interface RunParts {
  readonly store: Store;
  readonly storage: Storage;
  readonly clock: Clock;
  /** Says of each line which request it is about. */
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly fetchMedia: (uri: string, expected: MediaKind, signal: AbortSignal) => ReturnType<MediaFetcher>;
  readonly fetchOutput: OutputFetcher;
}

/** One run of a request, as the worker sees it. */
export interface Run {
  readonly context: EngineContext;
  readonly outputs: Outputs;
  readonly progress: Progress;
  /** What the engine's own service calls the work; undefined until it is known. */
  reference(): string | undefined;
}

/** What an engine is lent for one run, and what the worker knows of it. */
export function prepareRun(claim: Claim, engine: Engine, parts: RunParts): Run {
  const { store, clock, log, signal } = parts;
  const request: RequestRecord = claim.request;
  let reference = request.reference;
  const outputs = createOutputs(request.id, engine, parts);
  const progress = createProgress((fraction) => store.note(claim, { progress: fraction }), clock, log);
  let providerKeys: ReturnType<Store["providerKeys"]> | undefined;
  const context: EngineContext = {
    signal,
    clock,
    log,
    fetchMedia: (uri, expected) => parts.fetchMedia(uri, expected, signal),
    isOwnFile: isOwnFileUrl,
    fetchOutput: (uri, expected, use, options) =>
      parts.fetchOutput(uri, expected, use, { ...options, signal }),
    keep: outputs.keep,
    progress: progress.report,
    async remember(known) {
      // Even where it cannot be written, what becomes of this run may say it.
      reference = known;
      // What has been begun, and is perhaps paid for, is not given up because the store cannot be written right now.
      const onFailure = (err: unknown) =>
        log.error({ err, reference: known }, "the reference of a run could not be kept; trying again");
      await untilWritten(() => store.note(claim, { reference: known }), { clock, signal, onFailure });
      signal.throwIfAborted();
    },
    async providerKey(provider) {
      providerKeys ??= store.providerKeys(request.keyId);
      const keys = await providerKeys;
      return Object.hasOwn(keys, provider) ? keys[provider] : undefined;
    },
  };
  return { context, outputs, progress, reference: () => reference };
}
