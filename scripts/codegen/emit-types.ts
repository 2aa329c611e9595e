import { compile } from "json-schema-to-typescript";
import { escapeComment, fieldDoc } from "./doc-comment.js";
import { isMedia, type JsonSchema, type ModelFile } from "./json-schema.js";
import { typeName } from "./names.js";

type TypedSchema = JsonSchema & { tsType?: string };

/** The interface of a model's input, named `…Input`, with doc comments. Refers to `Media`, which the file must import. */
export function inputInterface(model: ModelFile): Promise<string> {
  const schema = forTypes(model.input_schema);
  schema.description = modelDoc(model);
  return interfaceOf(schema, `${typeName(model.model_id)}Input`);
}

/** An interface for any JSON Schema of an object. */
export async function interfaceOf(schema: JsonSchema, name: string): Promise<string> {
  const { title: _title, ...untitled } = schema;
  const code = await compile(untitled as Parameters<typeof compile>[0], name, {
    bannerComment: "",
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    format: false,
    unreachableDefinitions: false,
  });
  return tidy(code);
}

/**
 * Indents, and drops trailing blanks and the parentheses around a whole type. A formatter would do the same, at
 * ten milliseconds a model.
 */
function tidy(code: string): string {
  let depth = 0;
  let inComment = false;
  const lines = code
    .trim()
    .split("\n")
    .map((line) => {
      const text = line.trim();
      const isComment = inComment || text.startsWith("/**");
      if (isComment) {
        inComment = !text.endsWith("*/");
        return `${"  ".repeat(depth)}${text.startsWith("*") ? " " : ""}${text}`;
      }
      if (text.startsWith("}")) depth--;
      const indented = `${"  ".repeat(depth)}${text.replace(/: \(([^()]*)\)$/, ": $1")}`;
      if (text.endsWith("{")) depth++;
      return /[\w"\])]$/.test(indented) ? `${indented};` : indented;
    });
  return lines.join("\n");
}

function modelDoc(model: ModelFile): string {
  const example = model.examples?.[0];
  return escapeComment(
    [
      `${model.display_name} — \`${model.model_id}\``,
      "",
      model.description,
      "",
      `Priced by ${model.price_unit}.`,
      ...(example
        ? [
            "",
            "@example",
            "```ts",
            `await client.run("${model.model_id}", ${JSON.stringify(example.input, null, 2)});`,
            "```",
          ]
        : []),
    ].join("\n"),
  );
}

/** The same schema, said so that the type generator writes what people like to read. */
function forTypes(schema: JsonSchema): TypedSchema {
  const typed: TypedSchema = { ...schema, description: fieldDoc(schema) };
  for (const keyword of ["title", "format", "default", "examples", "minItems", "maxItems"])
    delete typed[keyword];
  if (isMedia(schema)) typed.tsType = "Media";
  if (schema.items) typed.items = isMedia(schema.items) ? { tsType: "Media" } : forTypes(schema.items);
  if (schema.properties) {
    typed.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, field]) => [name, forTypes(field)]),
    );
  }
  return typed;
}
