import { getModel } from "./catalog.js";
import type { UntypedModel } from "./client.js";
import type { Lent } from "./lent.js";
import type { CallOptions } from "./request-handle.js";

/** US dollars that a request costs by the catalog's price; null where the catalog does not say enough to know. */
export async function estimate(
  lent: Lent,
  model: string | UntypedModel,
  input: object,
  settings?: CallOptions,
): Promise<number | null> {
  const id = lent.idOf(model);
  const [entry, known] = await Promise.all([getModel(lent, id, settings), lent.models?.(id)]);
  const { metadata, inputSchema } = known ?? {};
  const price = entry.base_price_usd ?? metadata?.base_price_usd;
  const quantity = entry.price_quantity ?? metadata?.price_quantity;
  // A note says that the price depends on more than the quantity.
  if (typeof price !== "number" || !quantity || (entry.pricing_note ?? metadata?.pricing_note)) return null;
  if ("count" in quantity) return price * quantity.count;
  const { field, factor = 1 } = quantity;
  const given = (input as Record<string, unknown>)[field] ?? inputSchema?.properties[field]?.default;
  // Some models take a number as text, beside words such as "auto".
  const units =
    typeof given === "number" || (typeof given === "string" && given) ? Number(given) : Number.NaN;
  const cost = price * units * factor;
  return cost >= 0 ? cost : null;
}
