import { Ajv } from "ajv";
import { type JsonSchema, MEDIA_FORMATS, MEDIA_URI } from "../json-schema.js";

/** One for all: a new one compiles the schema of schemas first, which takes longer than all the rest. */
const ajv = new Ajv({
  strict: false,
  logger: false,
  messages: false,
  formats: Object.fromEntries(MEDIA_FORMATS.map((format) => [format, MEDIA_URI])),
});

/** A check whether a value fits a schema, with the rules of the generated validators: other formats are no rules. */
export function accepts(schema: JsonSchema): (value: unknown) => boolean {
  const check = ajv.compile(schema);
  ajv.removeSchema(schema);
  return (value) => check(value);
}
