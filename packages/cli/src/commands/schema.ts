import { loadModel } from "@model-api/models/load";
import { connect } from "../connect.js";
import { CliError, EXIT } from "../exit-codes.js";
import { printJson } from "../output/json.js";
import { print } from "../output/streams.js";
import type { Action } from "../table/command.js";

/** `model-api schema <model>`: JSON Schema of its input, or TypeScript types with `--ts`. */
export const schema: Action = async ([modelId = ""], flags) => {
  const model = await loadModel(modelId);
  if (flags.ts && model) return print(installedTypes(await readTypes(modelId)));
  const found = model?.inputSchema ?? (await connect(flags).client.models.get(modelId)).input_schema;
  if (!found) throw new CliError(EXIT.unavailable, `the server does not tell the schema of ${modelId}`);
  if (flags.ts)
    throw new CliError(
      EXIT.badInput,
      `the installed catalog does not know ${modelId}, and has no types of it`,
      `Generate them into your project: model-api types add ${modelId}`,
    );
  printJson(found);
};

/** The generated declarations of a model, as they are installed. */
async function readTypes(modelId: string): Promise<string> {
  const [{ readFile }, { createRequire }] = await Promise.all([
    import("node:fs/promises"),
    import("node:module"),
  ]);
  const module = createRequire(import.meta.url).resolve(`@model-api/models/${modelId}`);
  return readFile(module.replace(/\.js$/, ".d.ts"), "utf8");
}

/** The interface of the input alone, ready to be pasted: what else is declared there belongs to the package. */
function installedTypes(declarations: string): string {
  const start = declarations.indexOf("/**");
  const end = declarations.indexOf("\ndeclare module", start);
  const text = declarations.slice(start, end === -1 ? undefined : end).trim();
  return /\bMedia\b/.test(text) ? `import type { Media } from "@model-api/models/lean";\n\n${text}` : text;
}
