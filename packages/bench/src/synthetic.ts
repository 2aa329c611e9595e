import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { models } from "@model-api/models";
import { REPOSITORY } from "./repository.js";

/** A copy of the schemas with `count` models: the catalog's own, again and again under other ids. */
export function syntheticRoot(count: number): string {
  const root = mkdtempSync(join(tmpdir(), "model-api-bench-"));
  mkdirSync(join(root, "schemas"));
  for (const file of ["openapi.yaml", "model.schema.json"])
    cpSync(join(REPOSITORY, "schemas", file), join(root, "schemas", file));
  for (let number = 0; number < count; number++) {
    const { model_id: original } = models[number % models.length] ?? { model_id: "" };
    // The first ones keep their ids, so that the same consumer compiles against any number.
    const id =
      number < models.length ? original : `vendor-${number}/${original.split("/").slice(1).join("/")}`;
    const text = readFileSync(join(REPOSITORY, "schemas/models", `${original}.json`), "utf8");
    const file = join(root, "schemas/models", `${id}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text.replaceAll(`"${original}"`, `"${id}"`));
  }
  return root;
}
