import type { ModelFile } from "../json-schema.js";
import { breaking, documentation, type SchemaChange } from "./change.js";
import { below } from "./pointer.js";
import { equal, shown } from "./values.js";

type Sentence = (was: unknown, is: unknown) => string;

const reworded =
  (name: string): Sentence =>
  () =>
    `${name} changed`;
const moved =
  (name: string): Sentence =>
  (was, is) =>
    `${name} was ${shown(was)} and is ${shown(is)}`;

/** Parts of a model file that refuse nothing. What callers pay is among them, and its sentence says so. */
const FOR_PEOPLE: Record<string, Sentence> = {
  display_name: moved("the name"),
  description: reworded("the description"),
  categories: moved("the categories"),
  pricing_note: reworded("the note on the price"),
  examples: reworded("the examples"),
  price_unit: moved("PRICE: callers pay another amount; the unit"),
  base_price_usd: moved("PRICE: callers pay another amount; the price of a unit in USD"),
  price_quantity: moved("PRICE: what a request is estimated by"),
};

/** Compared by others, or of no meaning to callers. */
const ELSEWHERE = new Set(["$schema", "model_id", "input_schema"]);

/** What changed in a model beside its input. A part that nobody has written a rule for is breaking until one exists. */
export function diffModelFacts(before: ModelFile, after: ModelFile): SchemaChange[] {
  const [was, is] = [new Map<string, unknown>(Object.entries(before)), new Map(Object.entries(after))];
  const changes: SchemaChange[] = [];
  for (const part of new Set([...was.keys(), ...is.keys()])) {
    if (ELSEWHERE.has(part) || equal(was.get(part), is.get(part))) continue;
    const at = below("", part);
    const sentence = Object.hasOwn(FOR_PEOPLE, part) ? FOR_PEOPLE[part] : undefined;
    if (sentence) changes.push(documentation(at, sentence(was.get(part), is.get(part))));
    else if (part.startsWith("x-")) changes.push(documentation(at, `${part} changed`));
    else changes.push(breaking(at, moved(part)(was.get(part), is.get(part))));
  }
  return changes;
}
