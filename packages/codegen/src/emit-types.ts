import { escapeComment } from "./doc-comment.js";
import type { JsonSchema, ModelFile } from "./json-schema.js";
import { withOneListOfFields } from "./one-list-of-fields.js";
import { sayForTypes } from "./say-for-types.js";

/** The interface of a model's input, with doc comments. Refers to `Media`, which the file must import. */
export function inputInterface(model: ModelFile, name: string): Promise<string> {
  const schema = sayForTypes(withOneListOfFields(model.input_schema));
  schema.description = modelDoc(model);
  return interfaceOf(schema, name);
}

/** An interface for any JSON Schema of an object. */
export async function interfaceOf(schema: JsonSchema, name: string): Promise<string> {
  // Loaded when it is needed: it takes longer than generating a dozen models.
  const { compile } = await import("json-schema-to-typescript");
  const { title: _title, ...untitled } = schema;
  const code = await compile(untitled as unknown as Parameters<typeof compile>[0], name, {
    bannerComment: "",
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    format: false,
    unreachableDefinitions: false,
  });
  if (!code.includes(`export interface ${name} {`))
    throw new Error(`the type generator did not make an interface ${name}`);
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
