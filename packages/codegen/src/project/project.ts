import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BANNER } from "../banner.js";
import { emitModel } from "../emit-model.js";
import { inputInterface } from "../emit-types.js";
import type { ModelFile } from "../json-schema.js";
import { modulePath, typeNames } from "../names.js";
import { findStale, type Generated, type Stale, write } from "../output.js";
import { SchemaError } from "../schema-error.js";
import { toModelFile } from "./to-model-file.js";

/** Reads what a source holds: a model id, a file or a URL. Throws with a message that says why it cannot. */
export type ReadSource = (source: string) => Promise<unknown>;

export interface ProjectOptions {
  /** Folder of the user's project. */
  readonly root: string;
  /** Folder for what is generated, below the root; nothing else belongs there. */
  readonly folder: string;
  readonly read: ReadSource;
}

export interface ProjectReport {
  readonly models: readonly string[];
  /** Paths from the root that were written or removed. */
  readonly changed: readonly string[];
}

/** What the project generates from: by model id, where its schema comes from. Checked in, beside the code. */
interface Manifest {
  readonly models: Record<string, { readonly source: string }>;
}

const MANIFEST = "model-api.json";
const RUNTIME = { lean: "@model-api/models/lean", validator: "@model-api/models/validator" };

/** Generates types and validators for these models into the project, beside those that it has. */
export async function addModels(sources: readonly string[], options: ProjectOptions): Promise<ProjectReport> {
  const manifest = readManifest(options);
  const models = { ...manifest.models };
  for (const source of sources) {
    const model = toModelFile(await options.read(source), source);
    models[model.model_id] = { source };
  }
  return writeProject({ models }, options);
}

/** Reads every source again, and generates what has changed. */
export function syncProject(options: ProjectOptions): Promise<ProjectReport> {
  return writeProject(readManifest(options), options);
}

/** What is not as the sources say it now; empty when nothing has drifted. Writes nothing. */
export async function checkProject(options: ProjectOptions): Promise<Stale[]> {
  const manifest = readManifest(options);
  return findStale(options.root, await generateProject(manifest, options));
}

async function writeProject(manifest: Manifest, options: ProjectOptions): Promise<ProjectReport> {
  const generated = await generateProject(manifest, options);
  return { models: Object.keys(manifest.models).sort(), changed: write(options.root, generated) };
}

async function generateProject(manifest: Manifest, { folder, read }: ProjectOptions): Promise<Generated> {
  const entries = Object.entries(manifest.models).sort(([a], [b]) => (a < b ? -1 : 1));
  const models: ModelFile[] = [];
  for (const [id, { source }] of entries) {
    const model = toModelFile(await read(source), source);
    if (model.model_id !== id)
      throw new SchemaError(source, "/model_id", `is now ${model.model_id}; it was added as ${id}`);
    models.push(model);
  }
  const names = typeNames(models.map((model) => model.model_id));
  const files = new Map<string, string>();
  for (const model of models) {
    const name = `${names.get(model.model_id)}Input`;
    const parts = await emitModel(model, name, await inputInterface(model, name), RUNTIME);
    for (const [path, content] of Object.entries(parts)) files.set(`${folder}/${path}`, content);
  }
  const imports = models.map((model) => `import "./${modulePath(model.model_id)}.js";\n`).join("");
  // The declarations fill the registry; at run time there is nothing to do.
  files.set(`${folder}/index.d.ts`, `${BANNER}\n${imports}export {};\n`);
  files.set(`${folder}/index.js`, `${BANNER}export {};\n`);
  const sources = Object.fromEntries(entries);
  files.set(`${folder}/${MANIFEST}`, `${JSON.stringify({ models: sources }, null, 2)}\n`);
  return { folders: [folder], files };
}

function readManifest({ root, folder }: ProjectOptions): Manifest {
  const file = join(root, folder, MANIFEST);
  if (!existsSync(file)) return { models: {} };
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Manifest;
  } catch (error) {
    throw new SchemaError(
      `${folder}/${MANIFEST}`,
      "",
      error instanceof Error ? error.message : String(error),
    );
  }
}
