import { systemClock } from "../../../clock.js";
import { outputKey } from "../../../storage/storage.js";
import { createKitContext, REQUEST_ID } from "../../../test-server/engine-kit/kit-context.js";
import type { Engine, EngineContext, EngineResult } from "../../engine.js";

export interface StartedRun {
  readonly result: Promise<EngineResult>;
  /** What the run has told of its progress so far. */
  readonly progress: readonly number[];
  readonly lines: readonly string[];
  /** What the run has asked to remember. */
  readonly references: readonly string[];
  abort(reason?: Error): void;
  /** The bytes of each file of the result. */
  files(): Promise<readonly Buffer[]>;
}

export interface StartOptions {
  readonly clock?: EngineContext["clock"];
  /** What an earlier run has remembered: this one goes on with it. */
  readonly reference?: string;
}

/** Runs an engine by itself, with a storage in memory. */
export function startRun(
  engine: Engine,
  modelId: string,
  input: Readonly<Record<string, unknown>>,
  { clock = systemClock, reference }: StartOptions = {},
): StartedRun {
  const controller = new AbortController();
  const { signal } = controller;
  const { repeatable } = engine;
  const kit = createKitContext({ clock, signal, repeatable, providerKeys: {} });
  const references: string[] = [];
  const context: EngineContext = { ...kit.context, remember: async (id) => void references.push(id) };
  const task = { requestId: REQUEST_ID, modelId, input, attempt: 1 };
  const result =
    reference === undefined ? engine.run(task, context) : engine.resume?.(task, reference, context);
  if (!result) throw new Error("the engine goes on with nothing");
  // Tests look at it later.
  result.catch(() => {});
  return {
    result,
    progress: kit.progress,
    lines: kit.lines,
    references,
    abort: (reason) => controller.abort(reason),
    async files() {
      const bytes: Buffer[] = [];
      for (const file of (await result).files) {
        if (!("name" in file)) throw new Error("every file is kept");
        const stored = await kit.storage.find(outputKey(REQUEST_ID, file.name));
        const chunks: Uint8Array[] = [];
        for await (const chunk of stored?.open() ?? []) chunks.push(chunk);
        bytes.push(Buffer.concat(chunks));
      }
      return bytes;
    },
  };
}
