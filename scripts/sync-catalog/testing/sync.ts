import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { filePath } from "@model-api/codegen";
import { onTestFinished } from "vitest";
import { REPOSITORY } from "../flags.js";
import { type Run, runScript } from "./run-script.js";

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sync-catalog-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the repository's schemas, with all models, with some, or with none. */
export function copyOfSchemas(keep: (id: string) => boolean = () => true): string {
  const root = temporaryFolder();
  const models = join(root, "schemas/models");
  mkdirSync(models, { recursive: true });
  for (const file of ["openapi.yaml", "model.schema.json"])
    cpSync(join(REPOSITORY, "schemas", file), join(root, "schemas", file));
  for (const [path, text] of Object.entries(modelTexts(REPOSITORY))) {
    if (!keep(path.replace(/\.json$/, ""))) continue;
    mkdirSync(dirname(join(models, path)), { recursive: true });
    writeFileSync(join(models, path), text);
  }
  return root;
}

/** The text of every model file, by its path below schemas/models. */
export function modelTexts(root: string): Record<string, string> {
  const folder = join(root, "schemas/models");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".json"),
  );
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** Every file of a folder, by path: what a run must not add to. */
export function allFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it knows to be there
export function readModel(root: string, id: string): any {
  return JSON.parse(readFileSync(join(root, "schemas/models", `${filePath(id)}.json`), "utf8"));
}

// biome-ignore lint/suspicious/noExplicitAny: as above
export function editModel(root: string, id: string, change: (model: any) => void): void {
  const model = readModel(root, id);
  change(model);
  writeFileSync(join(root, "schemas/models", `${filePath(id)}.json`), `${JSON.stringify(model, null, 2)}\n`);
}

/** An entry of a catalog that nothing is wrong with. */
export function entry(model_id: string, more: object = {}) {
  return {
    model_id,
    display_name: "Name",
    kind: "model",
    categories: ["text-to-image"],
    base_price_usd: null,
    price_unit: "output",
    input_schema: { type: "object", required: ["prompt"], properties: { prompt: { type: "string" } } },
    ...more,
  };
}

/** A saved catalog; the file's path. */
export function save(catalog: unknown): string {
  const file = join(temporaryFolder(), "catalog.json");
  writeFileSync(file, JSON.stringify(catalog));
  return file;
}

/** Runs the script as people do, in a process of its own. */
export function sync(args: readonly string[], environment: Record<string, string> = {}): Promise<Run> {
  return runScript("sync-catalog/main.ts", args, { environment });
}
