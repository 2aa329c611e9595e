import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { fitsPattern } from "@model-api/models";
import { createComfyUIEngine } from "../engines/comfyui/index.js";
import type { Engine } from "../engines/engine.js";
import { builtInEngines, type EngineSettings } from "./built-in-engines.js";
import { ConfigError } from "./config-error.js";

/** Comes with a file of its own. */
const COMFYUI = "comfyui";
/** What is meant as a file, and not as a name that is not known. */
const MODULE = /[\\/]|\.[cm]?[jt]s$/;
/** Node does not run TypeScript by itself on every release that this package is for. */
const TYPESCRIPT = /\.[cm]?ts$/;

/**
 * The engines that a configuration names, in their order: built-in ones, and modules whose default export is an engine or a function
 * that makes one. `acme/*=./engine.js` binds one to the models of a pattern, in which `*` stands for any characters. Paths are relative
 * to the working directory. `settings` is what the built-in ones have to be told. Throws a {@link ConfigError}.
 */
export async function openEngines(
  specs: readonly string[],
  settings: EngineSettings = {},
): Promise<readonly Engine[]> {
  const opened = new Map<string, Engine>();
  const engines: Engine[] = [];
  for (const spec of specs) {
    const [what = "", pattern] = spec.split("=").reverse();
    const known = opened.get(what);
    const engine = known ?? (await open(what, settings));
    opened.set(what, engine);
    // What several patterns share is closed once.
    engines.push(pattern === undefined && !known ? engine : bound(engine, pattern ?? "*", !known));
  }
  return engines;
}

async function open(what: string, settings: EngineSettings): Promise<Engine> {
  const builtIn = builtInEngines(settings);
  const make = Object.hasOwn(builtIn, what) && builtIn[what];
  if (make) return make();
  if (what === COMFYUI)
    throw new ConfigError([`engine comfyui needs a mapping file: comfyui:./comfyui.json`]);
  if (what.startsWith(`${COMFYUI}:`)) return createComfyUIEngine({ file: what.slice(COMFYUI.length + 1) });
  if (MODULE.test(what)) return check(what, await load(what));
  throw new ConfigError([
    `engine ${JSON.stringify(what)} is not known. There are: ${Object.keys(builtIn).join(", ")}, comfyui:./comfyui.json, and modules such as ./${what}.js`,
  ]);
}

async function load(path: string): Promise<unknown> {
  try {
    const url = pathToFileURL(resolve(path)).href;
    const exported = TYPESCRIPT.test(path) ? await importTypeScript(url) : await import(url);
    return typeof exported.default === "function" ? await exported.default() : exported.default;
  } catch (error) {
    throw new ConfigError([`engine ${path} could not be loaded: ${error}`], { cause: error });
  }
}

async function importTypeScript(url: string): Promise<{ default?: unknown }> {
  const { createJiti } = await import("jiti");
  return createJiti(import.meta.url).import(url);
}

/** An engine that a stranger wrote, in a language without types perhaps. Whether its work may be repeated is nothing to be guessed. */
function check(path: string, value: unknown): Engine {
  const { name, repeatable, serves, run } = Object(value);
  const problems = [
    typeof name !== "string" && "name must be a text",
    typeof repeatable !== "boolean" && "repeatable must be true (a run is free) or false (it costs money)",
    typeof serves !== "function" && "serves must be a function of a model id",
    typeof run !== "function" && "run must be a function",
  ].filter((problem) => problem !== false);
  if (problems.length === 0) return value as Engine;
  throw new ConfigError([
    `engine ${path}: the default export must be an engine, or a function that makes one; ${problems.join("; ")}`,
  ]);
}

function bound(engine: Engine, pattern: string, closes: boolean): Engine {
  return {
    name: engine.name,
    repeatable: engine.repeatable,
    concurrency: engine.concurrency,
    serves: (modelId) => fitsPattern(modelId, pattern) && engine.serves(modelId),
    run: (task, context) => engine.run(task, context),
    ...(engine.admit && { admit: engine.admit.bind(engine) }),
    ...(engine.resume && { resume: engine.resume.bind(engine) }),
    ...(closes && { close: async () => engine.close?.() }),
  };
}
