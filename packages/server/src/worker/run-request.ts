import { randomBytes } from "node:crypto";
import type { Engine, EngineContext, EngineFile } from "../engines/engine.js";
import { extensionOf } from "../media/media-types.js";
import type { RequestRecord, StoredFile } from "../requests.js";
import { outputKey, type Storage } from "../storage/storage.js";
import type { Outcome } from "../store/store.js";

/** One run: the engine works, and its files are kept. Throws what the engine throws. */
export async function runRequest(
  request: RequestRecord,
  engine: Engine,
  storage: Storage,
  context: EngineContext,
): Promise<Outcome> {
  // What an earlier run left behind when it was cut short: a request has one set of files.
  if (request.attempts > 1) await storage.remove(outputKey(request.id));
  const task = { requestId: request.id, modelId: request.modelId, input: request.input };
  const { files, report } = await engine.run(task, context);
  const stored: StoredFile[] = [];
  for (const file of files) {
    // Whoever aborted a run has gone on, and removes what there is of it.
    context.signal.throwIfAborted();
    stored.push(await keep(request.id, file, storage));
  }
  return { files: stored, report };
}

async function keep(requestId: string, file: EngineFile, storage: Storage): Promise<StoredFile> {
  // The name is the right to read the file, so nobody may guess it.
  const name = `${randomBytes(16).toString("base64url")}.${extensionOf(file.mediaType) ?? "bin"}`;
  await storage.write(outputKey(requestId, name), file.data);
  return { kind: file.kind, name };
}
