import type { Engine } from "../engines/engine.js";
import type { RequestRecord } from "../requests.js";
import { outputKey, type Storage } from "../storage/storage.js";
import type { Outcome } from "../store/store.js";
import type { Run } from "./engine-context.js";

/** One run: the engine works, or goes on with what is under way, and its files are kept. Throws what the engine throws. */
export async function runRequest(
  request: RequestRecord,
  engine: Engine,
  { context, outputs }: Run,
  storage: Storage,
): Promise<Outcome> {
  const { id, modelId, input, attempts, reference } = request;
  // What an earlier run left behind when it was cut short: a request has one set of files.
  if (attempts > 1) await storage.remove(outputKey(id));
  const task = { requestId: id, modelId, input, attempt: attempts, plan: request.simulation?.plan };
  const { files, report, cost } =
    engine.resume && reference !== undefined
      ? await engine.resume(task, reference, context)
      : await engine.run(task, context);
  return { files: await outputs.settle(files), report, ...(cost !== undefined && { cost }) };
}
