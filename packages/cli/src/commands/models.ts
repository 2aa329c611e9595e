import type { CatalogEntry } from "@model-api/client";
import { type ConnectionFlags, connect } from "../connect.js";

const PAGE = 100;

export interface ModelsFlags extends ConnectionFlags {
  category?: string;
  json: boolean;
}

/** `model-api models [search]`: what the server in use offers. */
export async function models(search: string | undefined, flags: ModelsFlags): Promise<void> {
  const { client } = connect(flags);
  const query = {
    ...(search && { search }),
    ...(flags.category && { category: flags.category }),
    limit: PAGE,
  };
  const found: CatalogEntry[] = [];
  for (let total = 1; found.length < total; ) {
    const page = await client.models.list({ ...query, offset: found.length });
    if (page.models.length === 0) break;
    found.push(...page.models);
    total = page.total;
  }
  if (flags.json) return console.log(JSON.stringify(found, null, 2));
  if (found.length === 0) return console.error("no model matches");
  const width = Math.max(...found.map((model) => model.model_id.length));
  for (const model of found)
    console.log(`${model.model_id.padEnd(width)}  ${model.display_name}${priceOf(model)}`);
}

function priceOf({ base_price_usd: price, price_unit: unit }: CatalogEntry): string {
  return typeof price === "number" ? `  $${price}${unit ? ` per ${unit}` : ""}` : "";
}
