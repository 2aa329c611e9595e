import type { Entry } from "../sync-catalog/collect-entries.js";
import { isGiven } from "../sync-catalog/json.js";
import { titleOf } from "../sync-catalog/words.js";
import type { OutputKind } from "./flags.js";
import type { Guess } from "./infer-schema.js";

/** An entry with what a model file cannot go without. What it does not say is guessed from the model's id, and told of. */
export function completeEntry(entry: Entry, outputKind: OutputKind | undefined, guess: Guess): Entry {
  const missing: Record<string, unknown> = {};
  const [, ...names] = entry.model_id.split("/");
  if (!isGiven(entry.display_name)) {
    missing.display_name = titleOf(names.join(" ")).replace(/ (?!to )\p{Ll}/gu, (start) =>
      start.toUpperCase(),
    );
    guess(
      "/display_name",
      `"${missing.display_name}" is made from the id; the vendor may write it otherwise`,
    );
  }
  if (!isGiven(entry.categories)) {
    const task = names.at(-1)?.toLowerCase() ?? "";
    missing.categories = /^[a-z0-9]+(-[a-z0-9]+)*-to-[a-z0-9]+(-[a-z0-9]+)*$/.test(task) ? [task] : [];
    const said = JSON.stringify(missing.categories);
    guess("/categories", `${said} is all that the id says, such as ["image-to-image", "image-editing"]`);
  }
  if (!isGiven(entry.price_unit)) {
    missing.price_unit = "output";
    guess("/price_unit", '"output" is a guess; "second" is the other one, and "base_price_usd" is left out');
  }
  if (outputKind) missing.output_kind = outputKind;
  return { ...entry, ...missing };
}
