import type { CatalogEntry } from "@model-api/client";
import type { ModelInputSchema } from "@model-api/models";
import { connect } from "../connect.js";
import { fieldHelp } from "../help/model-page.js";
import { pageWidth, wrap } from "../help/wrap.js";
import { schemaFlags } from "../input/schema-flags.js";
import { coloursOf } from "../output/colours.js";
import { printJson } from "../output/json.js";
import { print } from "../output/streams.js";
import type { Action } from "../table/command.js";
import { running } from "../table/running.js";
import { priceOf } from "./models.js";

/** `model-api models show <model>`: as the server in use knows it. */
export const show: Action = async ([modelId = ""], flags) => {
  const { client } = connect(flags);
  const entry = await client.models.get(modelId);
  if (flags.json) return printJson(entry);
  const { bold } = coloursOf(process.stdout);
  const width = pageWidth();
  print(bold(`${entry.display_name} (${entry.model_id})`));
  for (const line of facts(entry)) for (const part of wrap(line, width, 0)) print(part);
  const schema = entry.input_schema as ModelInputSchema | undefined;
  if (!schema?.properties) return;
  const fields = schemaFlags(schema, running.find(({ name }) => name === "run")?.flags ?? []);
  for (const [title, required] of [
    ["Required", true],
    ["Optional", false],
  ] as const) {
    const shown = fields.filter((field) => field.required === required);
    if (shown.length > 0) print(`\n${bold(`${title}:`)}`);
    for (const field of shown) print(fieldHelp(field, width));
  }
};

function facts(entry: CatalogEntry): string[] {
  const { description, pricing_note: note, categories } = entry;
  return [
    ...(description ? [description] : []),
    `Price: ${priceOf(entry) === "-" ? "not known" : priceOf(entry)}${note ? `. ${note}` : ""}`,
    ...(categories && categories.length > 0 ? [`Categories: ${categories.join(", ")}`] : []),
  ];
}
