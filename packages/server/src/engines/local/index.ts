/** The `local` engine: real pixels without a network, a key or a model, and the same ones every time. */

import { existsSync } from "node:fs";
import { type Catalog, installedCatalog } from "../../catalog.js";
import type { Engine, EngineContext, EngineResult, EngineTask, IgnoredInstruction } from "../engine.js";
import { EngineError } from "../engine.js";
import { readEdit } from "./edit-task.js";
import type { HeadlinePolicy } from "./job.js";
import { logIgnored } from "./log-ignored.js";
import { placeholderFiles, readOrder } from "./placeholder/index.js";
import { createInlineRunner, type Runner } from "./runner.js";
import { createThreadRunner } from "./thread-runner.js";

export interface LocalEngineOptions {
  /**
   * Where the picture work is done. `thread` keeps the caller's event loop free; `inline` blocks it.
   *
   * @default "thread", or "inline" when this module runs from its TypeScript source, where no worker has been built
   */
  readonly isolation?: "thread" | "inline";
  /**
   * What gives way when a headline and the subject want the same place.
   *
   * @default "make-room"
   * @internal
   */
  readonly headlinePolicy?: HeadlinePolicy;
  /**
   * The models that are served; those that cannot be imitated, by labelled placeholders.
   *
   * @default the catalog of `@model-api/models`
   */
  readonly catalog?: Catalog;
}

/** The model that is imitated. Of the others there are placeholders. */
const EDIT = "openai/gpt-image-2/edit";

export function createLocalEngine(options: LocalEngineOptions = {}): Engine {
  let runner: Runner | undefined;
  const headlinePolicy = options.headlinePolicy ?? "make-room";
  const catalog = options.catalog ?? installedCatalog;
  const modelIds = new Set([EDIT, ...catalog.models.map((model) => model.model_id)]);

  async function runPlaceholder(
    { modelId, input }: EngineTask,
    context: EngineContext,
  ): Promise<EngineResult> {
    const model = await catalog.load(modelId);
    if (!model) throw new EngineError("final", `the local engine does not serve ${modelId}`);
    const placeholder = await readOrder(model, input, context);
    context.signal.throwIfAborted();
    runner ??= createRunner(options.isolation);
    const result = await runner.run({ placeholder }, context.signal);
    const { applied, ignored } = result;
    logIgnored(context.log, ignored);
    return { files: placeholderFiles(placeholder, result), report: { engine: "local", applied, ignored } };
  }
  return {
    name: "local",
    repeatable: true,
    serves: (modelId) => modelIds.has(modelId),
    async run(task, context) {
      if (task.modelId !== EDIT) return runPlaceholder(task, context);
      const { job, ignored: unread } = await readEdit(task, context, headlinePolicy);
      context.signal.throwIfAborted();
      runner ??= createRunner(options.isolation);
      const { data, applied, ignored: undone } = await runner.run(job, context.signal);
      const ignored = [...unread, ...undone];
      logIgnored(context.log, ignored);
      return {
        files: [{ kind: "image", mediaType: `image/${job.format}`, data }],
        report: { engine: "local", applied, ignored: ignored.map(withoutCause) },
      };
    },
    async close() {
      await runner?.close();
      runner = undefined;
    },
  };
}

function createRunner(isolation: LocalEngineOptions["isolation"]): Runner {
  const fromSource = import.meta.url.endsWith(".ts");
  if ((isolation ?? (fromSource ? "inline" : "thread")) === "inline") return createInlineRunner();
  // The bundler puts this module into `dist`, and the worker's entry where its source lies.
  const script = new URL(fromSource ? "./worker.js" : "./engines/local/worker.js", import.meta.url);
  if (!existsSync(script)) {
    throw new EngineError("final", "the local engine's worker is not built; build the package or run inline");
  }
  return createThreadRunner(script);
}

/** The cause is for the log; the report has it in words. */
function withoutCause({ instruction, reason }: IgnoredInstruction): IgnoredInstruction {
  return { instruction, reason };
}
