import { type ModelFile, SchemaError } from "@model-api/codegen";

/** What a file under `schemas/locales` holds. */
export interface Locale {
  /** What the console says, by key: a text, or one for each plural category of the language. */
  readonly console?: Readonly<Record<string, Message>>;
  /** Descriptions of the fields of an output. English has those of the contract. */
  readonly output?: Readonly<Record<string, string>>;
  /** Words for models and fields that are there; where there are none, the English ones of the schema are shown. */
  readonly models?: Readonly<Record<string, { readonly fields?: Readonly<Record<string, unknown>> }>>;
}

type Message = string | Readonly<Record<string, string>>;

/** The language that has every key; the others are held against it. */
const REFERENCE = "en";

/** Throws {@link SchemaError} at the first text that is missing, left over, or has not what its key has in English. */
export function checkLocales(
  locales: ReadonlyMap<string, Locale>,
  models: readonly ModelFile[],
  outputFields: readonly string[],
): void {
  for (const [code, locale] of locales) checkModels(code, locale, models);
  const reference = locales.get(REFERENCE)?.console;
  if (!reference) return;
  for (const [code, locale] of locales) {
    const messages = locale.console ?? {};
    sameKeys(code, "console", Object.keys(reference), Object.keys(messages));
    for (const [key, message] of Object.entries(messages))
      checkMessage(code, key, message, reference[key] as Message);
    if (code !== REFERENCE) sameKeys(code, "output", outputFields, Object.keys(locale.output ?? {}));
  }
}

/** A translation of something that is not there is a mistake: it was renamed, or misspelt. */
function checkModels(code: string, { models: words = {} }: Locale, models: readonly ModelFile[]): void {
  for (const [id, { fields = {} }] of Object.entries(words)) {
    const model = models.find((other) => other.model_id === id);
    const pointer = `/models/${id.replaceAll("/", "~1")}`;
    if (!model) throw problem(code, pointer, "there is no such model");
    const unknown = Object.keys(fields).find((field) => !Object.hasOwn(model.input_schema.properties, field));
    if (unknown) throw problem(code, `${pointer}/fields/${unknown}`, "the model has no such field");
  }
}

function sameKeys(code: string, part: string, expected: readonly string[], found: readonly string[]): void {
  const missing = expected.find((key) => !found.includes(key));
  if (missing) throw problem(code, `/${part}/${missing}`, "is missing; every language has every key");
  const extra = found.find((key) => !expected.includes(key));
  if (extra) throw problem(code, `/${part}/${extra}`, `is not a key of ${REFERENCE}.json`);
}

/** Placeholders are those of English, and what is plural there has exactly the categories of the language. */
function checkMessage(code: string, key: string, message: Message, reference: Message): void {
  const pointer = `/console/${key}`;
  if ((typeof message === "string") !== (typeof reference === "string"))
    throw problem(code, pointer, "has plural forms in one language, and none in another");
  if (typeof message !== "string") {
    const wanted = new Intl.PluralRules(code).resolvedOptions().pluralCategories.sort();
    const given = Object.keys(message).sort();
    if (wanted.join() !== given.join())
      throw problem(
        code,
        pointer,
        `must have the plural forms ${wanted.join(", ")}; has ${given.join(", ")}`,
      );
  }
  const wanted = placeholdersOf(typeof reference === "string" ? reference : (reference.other ?? ""));
  for (const text of typeof message === "string" ? [message] : Object.values(message)) {
    if (!text.trim()) throw problem(code, pointer, "is empty");
    const given = placeholdersOf(text);
    if (wanted.join() !== given.join())
      throw problem(
        code,
        pointer,
        `must have the placeholders ${wanted.join(", ") || "none"}; has ${given.join(", ") || "none"}`,
      );
  }
}

/** Placeholders, and code, which is the same in all languages. */
const placeholdersOf = (text: string): string[] => (text.match(/\{\w+\}|`[^`]*`/g) ?? []).sort();

const problem = (code: string, pointer: string, message: string) =>
  new SchemaError(`schemas/locales/${code}.json`, pointer, message);
