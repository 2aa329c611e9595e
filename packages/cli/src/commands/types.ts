import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type ConnectionFlags, connect } from "../connect.js";
import { CliError, EXIT } from "../exit-codes.js";
import type { Action } from "../table/command.js";

export interface TypesFlags extends ConnectionFlags {
  out: string;
}

/** What this command uses of `@model-api/codegen`, which is the project's own dependency. */
interface Codegen {
  addModels(sources: readonly string[], options: Options): Promise<Report>;
  syncProject(options: Options): Promise<Report>;
  checkProject(options: Options): Promise<{ path: string; reason: string }[]>;
}
interface Options {
  root: string;
  folder: string;
  read(source: string): Promise<unknown>;
}
interface Report {
  models: readonly string[];
  changed: readonly string[];
}

/** `model-api types add <model id | file | URL> …` */
export const addTypes: Action = async (sources, given) => {
  const flags = given as unknown as TypesFlags;
  const codegen = await loadCodegen();
  printReport(await told(codegen.addModels(sources.map(relativeSource), options(flags))), flags.out);
};

/** `model-api types sync` */
export const syncTypes: Action = async (_, given) => {
  const flags = given as unknown as TypesFlags;
  const codegen = await loadCodegen();
  printReport(await told(codegen.syncProject(options(flags))), flags.out);
};

/** `model-api types check`: for CI; says what has drifted, and how to mend it. */
export const checkTypes: Action = async (_, given) => {
  const flags = given as unknown as TypesFlags;
  const codegen = await loadCodegen();
  const stale = await told(codegen.checkProject(options(flags)));
  if (stale.length === 0) return console.log("types: up to date with their sources");
  const lines = stale.map(({ path, reason }) => `  ${path} (${reason})`);
  throw new CliError(
    EXIT.failure,
    `types are not what their sources say now:\n${lines.join("\n")}\n  Run: model-api types sync`,
  );
};

function options(flags: TypesFlags): Options {
  return {
    root: process.cwd(),
    folder: flags.out.replace(/\/+$/, ""),
    read: (source) => read(source, flags),
  };
}

/** A file by its path, a URL, or else a model's id, which the server in use is asked for. */
async function read(source: string, flags: TypesFlags): Promise<unknown> {
  if (/\.json$/.test(source) && !/^https?:/.test(source))
    return parse(readFileSync(resolve(source), "utf8"), source);
  if (/^https?:/.test(source)) {
    const response = await fetch(source);
    if (!response.ok) throw new CliError(EXIT.unavailable, `${source} answered HTTP ${response.status}`);
    return parse(await response.text(), source);
  }
  return connect(flags).client.models.get(source);
}

function parse(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliError(EXIT.badInput, `${source} is not JSON: ${(error as Error).message}`);
  }
}

/** Paths are kept as they were given, so that the manifest means the same on another machine. */
function relativeSource(source: string): string {
  return source.replaceAll("\\", "/");
}

/** A schema that cannot be used is bad input, and needs no stack. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as Error).name === "SchemaError") throw new CliError(EXIT.badInput, (error as Error).message);
    throw error;
  }
}

function printReport({ models, changed }: Report, folder: string): void {
  for (const path of changed) console.log(`  ${path}`);
  console.log(
    `types: ${models.length} ${models.length === 1 ? "model" : "models"} in ${folder}, ${changed.length} files changed`,
  );
  console.error(
    `Import "./${folder}/index.js" once, or add ${folder} to the "include" of your tsconfig.json.`,
  );
}

async function loadCodegen(): Promise<Codegen> {
  let path: string;
  try {
    path = createRequire(join(process.cwd(), "package.json")).resolve("@model-api/codegen");
  } catch {
    throw new CliError(
      EXIT.usage,
      "generating types needs @model-api/codegen in this project\n  npm install --save-dev @model-api/codegen @model-api/models",
    );
  }
  return import(pathToFileURL(path).href);
}
