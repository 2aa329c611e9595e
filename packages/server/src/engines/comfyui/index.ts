/**
 * The `comfyui` engine: models of the catalog, each run by a workflow of a ComfyUI that the operator hosts.
 *
 * There is one host. Several would be told apart behind `connect` in `host.ts`: a run takes a host when it begins and stays with it, since
 * its files, its place in the queue and its outputs are there. What `remember` keeps would then have to name the host as well.
 */

import { randomUUID } from "node:crypto";
import { type Catalog, installedCatalog } from "../../catalog.js";
import type { Engine, EngineContext, EngineResult, EngineTask } from "../engine.js";
import type { Binding } from "./binding.js";
import type { ComfyUIMapping } from "./mapping.js";
import { openMapping } from "./open-mapping.js";
import { createRun } from "./run.js";

export type { ComfyUIMapping, ModelMapping } from "./mapping.js";
export type { Workflow } from "./workflow.js";

export interface ComfyUIEngineOptions {
  /** The mapping itself; the paths in it are relative to the working directory. Either this or `file`. */
  readonly mapping?: ComfyUIMapping;
  /** Path of the mapping file. */
  readonly file?: string;
  /** Where ComfyUI answers. @default what the mapping says */
  readonly url?: string;
  /** What calls ComfyUI, other than its websocket. @default the global one */
  readonly fetch?: typeof globalThis.fetch;
  /** The models that a mapping may name. @default the installed catalog */
  readonly catalog?: Catalog;
}

/** Throws a `ConfigError` with all that is wrong with the mapping, its workflows, and what they ask of the models' inputs. ComfyUI is not called. */
export async function createComfyUIEngine(options: ComfyUIEngineOptions): Promise<Engine> {
  const { fetch = globalThis.fetch, catalog = installedCatalog } = options;
  const { url, repeatable, bindings } = await openMapping(options, catalog);
  /** Cancellations under way: who was aborted has not waited for them. */
  const leaving = new Set<Promise<void>>();
  const situation = { host: url.host, repeatable };

  function bindingOf({ modelId }: EngineTask): Binding {
    const binding = bindings.get(modelId);
    if (!binding) throw new TypeError(`comfyui does not serve ${modelId}`);
    return binding;
  }

  function runOf(task: EngineTask, context: EngineContext) {
    return createRun({ task, binding: bindingOf(task), context, url, fetch, situation, leaving });
  }

  return {
    name: "comfyui",
    repeatable,
    serves: (modelId) => bindings.has(modelId),
    run: (task, context): Promise<EngineResult> => runOf(task, context).begin(randomUUID()),
    resume: (task, reference, context): Promise<EngineResult> => runOf(task, context).goOn(reference),
    async close() {
      await Promise.all(leaving);
    },
  };
}
