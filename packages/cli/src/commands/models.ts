import type { CatalogEntry } from "@model-api/client";
import { connect } from "../connect.js";
import { coloursOf } from "../output/colours.js";
import { printJson } from "../output/json.js";
import { print, tell } from "../output/streams.js";
import { table } from "../output/table.js";
import type { Action } from "../table/command.js";

const PAGE = 100;

/** `model-api models [search]`: what the server in use offers. */
export const models: Action = async ([search], flags) => {
  const { client } = connect(flags);
  const category = flags.category as string | undefined;
  const query = { ...(search && { search }), ...(category && { category }), limit: PAGE };
  const found: CatalogEntry[] = [];
  for await (const entry of client.models.list(query)) found.push(entry);
  if (flags.json) return printJson(found);
  if (found.length === 0) return tell("no model matches; `model-api models` lists them all");
  const { models: known } = await import("@model-api/models");
  const kinds = new Map(known.map((model) => [model.model_id, model.output_kind as string]));
  const rows = found.map((model) => [
    model.model_id,
    kinds.get(model.model_id) ?? kindOf(model),
    priceOf(model),
    model.display_name,
  ]);
  const [heading = "", ...lines] = table(
    ["MODEL", "MAKES", "PRICE", "NAME"],
    rows,
    process.stdout.isTTY ? process.stdout.columns : undefined,
  ).split("\n");
  print(coloursOf(process.stdout).bold(heading));
  for (const line of lines) print(line);
};

/** What a model makes, by its categories, such as `image-to-video`. */
function kindOf({ categories }: CatalogEntry): string {
  const word = /(image|video|audio|music)(?!.*(?:image|video|audio|music))/.exec(
    categories?.join(" ") ?? "",
  )?.[0];
  return word === "music" ? "audio" : (word ?? "-");
}

/** `$0.04 per output`, `from $0.04 per output` where there is more to it, `-` where it is not known. */
export function priceOf({
  base_price_usd: price,
  price_unit: unit,
  pricing_note: note,
}: CatalogEntry): string {
  if (typeof price !== "number") return "-";
  return `${note ? "from " : ""}$${price}${unit ? ` per ${unit}` : ""}`;
}
