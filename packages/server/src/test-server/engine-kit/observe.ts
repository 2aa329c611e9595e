import { type Clock, systemClock } from "../../clock.js";
import type { Engine, EngineFile, EngineResult, KeptFile, MediaKind } from "../../engines/engine.js";
import { mediaTypeOf } from "../../media/media-types.js";
import { outputKey, type Storage } from "../../storage/storage.js";
import { createKitContext, type KitContext, REQUEST_ID } from "./kit-context.js";
import { watchFiles } from "./leftovers.js";
import type { EngineCheckOptions, EngineRun } from "./options.js";

/** How long a server waits for an engine that it has told to stop. */
export const GRACE_MS = 5000;
/** What the kit aborts runs with. */
export const ABORTED: Error = new Error("the engine kit has aborted the run");

export interface ObservedFile {
  readonly kind: MediaKind;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type Outcome =
  | { readonly state: "ended"; readonly result: EngineResult; readonly files: readonly ObservedFile[] }
  | { readonly state: "failed"; readonly error: unknown }
  /** It was aborted, and has not stopped within {@link GRACE_MS}. */
  | { readonly state: "hung" };

/** One run, and all that can be seen of it. */
export interface Observation extends Omit<KitContext, "context" | "storage"> {
  readonly engineName: string;
  readonly outcome: Outcome;
  /** Whether the run had ended before it was aborted. */
  readonly endedFirst: boolean;
  readonly leftBehind: readonly string[];
}

export type AbortTime = "never" | "beforehand" | "in the middle";

/** Opens the engine, runs it, and closes it again. Throws nothing that the engine's run throws. */
export async function observe(
  options: EngineCheckOptions,
  run: EngineRun,
  abort: AbortTime,
): Promise<Observation> {
  const { value, leftBehind } = await watchFiles(() => runOnce(options, run, abort));
  return { ...value, leftBehind };
}

async function runOnce(
  options: EngineCheckOptions,
  { modelId, input }: EngineRun,
  abort: AbortTime,
): Promise<Omit<Observation, "leftBehind">> {
  const { clock = systemClock, providerKeys = {} } = options;
  const controller = new AbortController();
  const { signal } = controller;
  if (abort === "beforehand") controller.abort(ABORTED);
  const engine = await options.engine();
  const { context, storage, ...seen } = createKitContext({
    clock,
    signal,
    repeatable: engine.repeatable,
    providerKeys,
  });
  let endedFirst = false;
  try {
    const task = { requestId: REQUEST_ID, modelId, input, attempt: 1 };
    // An engine that throws at once, and not by its promise, has failed all the same.
    const running = Promise.resolve()
      .then(() => engine.admit?.(task, context))
      .then((admission) => engine.run({ ...task, plan: admission?.plan }, context))
      .then((result) => readResult(result, storage))
      .catch((error: unknown): Outcome => ({ state: "failed", error }));
    if (abort === "in the middle") {
      endedFirst = await endsBefore(running, options.whileRunning?.() ?? nextTurn());
      controller.abort(ABORTED);
    }
    const outcome = signal.aborted ? await withinGrace(clock, running) : await running;
    return { ...seen, engineName: engine.name, outcome: outcome ?? { state: "hung" }, endedFirst };
  } finally {
    await withinGrace(clock, close(engine));
  }
}

async function close(engine: Engine): Promise<void> {
  await engine.close?.();
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function endsBefore(running: Promise<unknown>, middle: Promise<void>): Promise<boolean> {
  return Promise.race([running.then(() => true), middle.then(() => false)]);
}

/** Undefined where it takes longer. */
async function withinGrace<T>(clock: Clock, work: Promise<T>): Promise<T | undefined> {
  let disarm = (): void => {};
  const late = new Promise<undefined>((resolve) => {
    disarm = clock.after(GRACE_MS, () => resolve(undefined));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    disarm();
  }
}

async function readResult(result: EngineResult, storage: Storage): Promise<Outcome> {
  const files: ObservedFile[] = [];
  for (const file of result.files) files.push(await readFile(file, storage));
  return { state: "ended", result, files };
}

async function readFile(file: EngineFile | KeptFile, storage: Storage): Promise<ObservedFile> {
  if (!("name" in file)) {
    const { kind, mediaType, data } = file;
    return { kind, mediaType, bytes: data instanceof Uint8Array ? data : await joined(data) };
  }
  const stored = await storage.find(outputKey(REQUEST_ID, file.name));
  if (!stored) throw new Error(`the result names the file ${file.name}, which the engine has not kept`);
  return { kind: file.kind, mediaType: mediaTypeOf(file.name), bytes: await joined(stored.open()) };
}

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
