import type { RequestMetadata } from "./metadata.js";
import type { KnownModel } from "./models/load-model.js";

/** Units of the price that an input asks for, such as seconds; undefined where it does not tell. */
export function billedQuantity(
  { metadata, inputSchema }: KnownModel,
  input: Readonly<Record<string, unknown>>,
): RequestMetadata["usage"] {
  const { price_unit: unit, price_quantity: quantity } = metadata;
  if (!unit || !quantity) return undefined;
  if ("count" in quantity) return { unit, quantity: quantity.count };
  const { field, factor = 1 } = quantity;
  const given = input[field] ?? inputSchema.properties[field]?.default;
  // Some models take a number as text, beside words such as "auto".
  const units = given === "" || given === undefined ? Number.NaN : Number(given) * factor;
  return units >= 0 ? { unit, quantity: units } : undefined;
}
