import { randomBytes } from "node:crypto";
import type { Clock } from "../clock.js";
import { type Engine, EngineError, type EngineFile, type KeptFile } from "../engines/engine.js";
import type { Logger } from "../logger.js";
import { extensionOf } from "../media/media-types.js";
import type { StoredFile } from "../requests.js";
import { outputKey, type Storage } from "../storage/storage.js";
import { untilWritten } from "./until-written.js";

/** The files of one run. */
export interface Outputs {
  keep(file: EngineFile): Promise<KeptFile>;
  /** Keeps what has not been kept yet of a result's files, and removes what was kept and is not among them. */
  settle(files: readonly (EngineFile | KeptFile)[]): Promise<readonly StoredFile[]>;
}

export interface OutputParts {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

export function createOutputs(
  requestId: string,
  engine: Pick<Engine, "repeatable">,
  { storage, clock, log, signal }: OutputParts,
): Outputs {
  const kept = new Set<string>();
  // Work that costs money is not repeated because there was no room for what it made.
  const fault = engine.repeatable ? "transient" : "final";

  async function keep({ kind, mediaType, data }: EngineFile): Promise<KeptFile> {
    // Whoever aborted a run has gone on, and removes what there is of it.
    signal.throwIfAborted();
    // The name is the right to read the file, so nobody may guess it.
    const name = `${randomBytes(16).toString("base64url")}.${extensionOf(mediaType) ?? "bin"}`;
    kept.add(name);
    const write = () => storage.write(outputKey(requestId, name), data);
    if (data instanceof Uint8Array) {
      // What has been made, and perhaps paid for, is not thrown away because there is no room for it right now.
      const onFailure = (err: unknown) => log.error({ err }, "an output could not be kept; trying again");
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

  return {
    keep,
    async settle(files) {
      const stored: StoredFile[] = [];
      for (const file of files) {
        const { kind, name } = "name" in file ? file : await keep(file);
        if (!kept.has(name)) throw new EngineError("final", "The engine named a file that it has not kept.");
        stored.push({ kind, name });
      }
      for (const name of kept)
        if (!stored.some((file) => file.name === name)) await storage.remove(outputKey(requestId, name));
      return stored;
    },
  };
}
