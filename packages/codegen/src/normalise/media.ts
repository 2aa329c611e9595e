import type { FileRule } from "../json-schema.js";
import { type Context, fail, isObject, note } from "./context.js";

const PLURAL = /^(image|video|audio)_uris?$/;

/** The singular media format that a field's `format` stands for: `image_uris` on an array, `image_uri` on a string. */
export function mediaFormat(format: unknown): string | undefined {
  const kind = typeof format === "string" ? PLURAL.exec(format)?.[1] : undefined;
  return kind && `${kind}_uri`;
}

/** An array of media says so on its items; an array that says nothing of its items holds anything. */
export function normaliseItems(schema: Record<string, unknown>, pointer: string, context: Context): void {
  const format = mediaFormat(schema.format);
  if (schema.type !== "array") {
    if (format && format !== schema.format) {
      note(
        context,
        `${pointer}/format`,
        `"${String(schema.format)}" on a single value is read as "${format}"`,
      );
      schema.format = format;
    }
    return;
  }
  if (Array.isArray(schema.items))
    fail(context, `${pointer}/items`, "a list of schemas, one for each place, is not supported");
  if (format) {
    note(context, `${pointer}/format`, `is said of the items, as "${format}"`);
    delete schema.format;
    const items = isObject(schema.items) ? schema.items : {};
    schema.items = { type: "string", ...items, format: mediaFormat(items.format) ?? format };
  } else if (schema.items === undefined) {
    note(context, pointer, "is an array that says nothing of its items; they are taken to be anything");
    schema.items = {};
  }
}

/** The vendor's `validations`, which constrain the file and not the JSON, as `x-file-rules`. */
export function normaliseFileRules(schema: Record<string, unknown>, pointer: string, context: Context): void {
  const { validations } = schema;
  if (validations === undefined) return;
  if (!Array.isArray(validations)) fail(context, `${pointer}/validations`, "must be a list");
  schema["x-file-rules"] = validations.map((given, index): FileRule => {
    const rule = isObject(given) ? String(given.validation_rule ?? given.rule ?? "") : "";
    const parts = /^(.+?)([<>])$/.exec(rule.trim());
    const value = isObject(given) ? Number(given.validation_value ?? given.value) : Number.NaN;
    const [, measure, comparison] = parts ?? [];
    if (!measure || !Number.isFinite(value)) {
      fail(
        context,
        `${pointer}/validations/${index}`,
        `is no rule such as {"validation_rule": "file_size_mb<", "validation_value": 30}`,
      );
    }
    const message = isObject(given) ? given.validation_error : undefined;
    return {
      measure,
      comparison: comparison as "<" | ">",
      value,
      ...(typeof message === "string" && { message }),
    };
  });
  delete schema.validations;
  note(context, `${pointer}/validations`, "is kept as x-file-rules");
}
