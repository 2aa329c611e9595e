import { randomBytes } from "node:crypto";
import type { Clock } from "../clock.js";
import {
  type Engine,
  type EngineContext,
  EngineError,
  type EngineFault,
  type EngineFile,
} from "../engines/engine.js";
import type { Logger } from "../logger.js";
import { extensionOf } from "../media/media-types.js";
import type { RequestRecord, StoredFile } from "../requests.js";
import { outputKey, type Storage } from "../storage/storage.js";
import type { Outcome } from "../store/store.js";
import { untilWritten } from "./until-written.js";

export interface RunTools {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Logger;
}

/** One run: the engine works, and its files are kept. Throws what the engine throws. */
export async function runRequest(
  request: RequestRecord,
  engine: Engine,
  context: EngineContext,
  tools: RunTools,
): Promise<Outcome> {
  // What an earlier run left behind when it was cut short: a request has one set of files.
  if (request.attempts > 1) await tools.storage.remove(outputKey(request.id));
  const task = { requestId: request.id, modelId: request.modelId, input: request.input };
  const { files, report } = await engine.run(task, context);
  const stored: StoredFile[] = [];
  // Work that costs money is not repeated because there was no room for what it made.
  const fault = engine.repeatable ? "transient" : "final";
  for (const file of files) {
    // Whoever aborted a run has gone on, and removes what there is of it.
    context.signal.throwIfAborted();
    stored.push(await keep(request.id, file, fault, context.signal, tools));
  }
  return { files: stored, report };
}

async function keep(
  requestId: string,
  { kind, mediaType, data }: EngineFile,
  fault: EngineFault,
  signal: AbortSignal,
  { storage, clock, log }: RunTools,
): Promise<StoredFile> {
  // The name is the right to read the file, so nobody may guess it.
  const name = `${randomBytes(16).toString("base64url")}.${extensionOf(mediaType) ?? "bin"}`;
  const write = () => storage.write(outputKey(requestId, name), data);
  if (data instanceof Uint8Array) {
    // What has been made, and perhaps paid for, is not thrown away because there is no room for it right now.
    const onFailure = (error: unknown) =>
      log.error({ err: error, requestId }, "an output could not be kept; trying again");
    await untilWritten(write, { clock, signal, onFailure });
  } else {
    // What comes from a stream comes once.
    await write().catch((error) => {
      if (signal.aborted || EngineError.isInstance(error)) throw error;
      throw new EngineError(fault, "The output could not be kept. The server's log says more.", {
        cause: error,
      });
    });
  }
  return { kind, name };
}
