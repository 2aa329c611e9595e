import { emitModel, inputInterface, type JsonSchema, type ModelFile } from "@model-api/codegen";
import type { Notice } from "./merge-schema.js";

type InputSchema = ModelFile["input_schema"];

/** Throws a `SchemaError` where `pnpm codegen` could not use the model: a file that it refuses must not be written. */
export async function checkModel(model: ModelFile): Promise<void> {
  const { examples: _examples, ...plain } = model;
  await emitModel(plain, "Input", await inputInterface(plain, "Input"));
}

/** The same model without the examples of the file that its new facts refuse; each of them is told of. */
export async function dropUnfitExamples(
  model: ModelFile,
  published: InputSchema,
  notice: Notice,
): Promise<ModelFile> {
  const properties: [string, JsonSchema][] = [];
  for (const [name, field] of Object.entries(model.input_schema.properties)) {
    properties.push([name, await withFittingExamples(model, name, field, published, notice)]);
  }
  const input_schema = { ...model.input_schema, properties: Object.fromEntries(properties) };
  if (!model.examples) return { ...model, input_schema };
  const examples: NonNullable<ModelFile["examples"]> = [];
  for (const [index, example] of model.examples.entries()) {
    const reason = await refusal(model, model.input_schema, example.input);
    if (reason === undefined) examples.push(example);
    else notice(`/examples/${index}`, `"${example.title}" no longer fits and is dropped: ${reason}`);
  }
  const { examples: _all, ...rest } = model;
  return examples.length > 0 ? { ...model, input_schema, examples } : { ...rest, input_schema };
}

async function withFittingExamples(
  model: ModelFile,
  name: string,
  field: JsonSchema,
  published: InputSchema,
  notice: Notice,
): Promise<JsonSchema> {
  const { examples, ...rest } = field;
  const given = published.properties[name]?.examples ?? [];
  if (!examples) return field;
  const fits = async (value: unknown) =>
    (await refusal(model, { type: "object", properties: { value: rest } }, { value })) === undefined;
  const fitting: unknown[] = [];
  for (const [index, value] of examples.entries()) {
    if (await fits(value)) fitting.push(value);
    else notice(`/input_schema/properties/${name}/examples/${index}`, "no longer fits and is dropped");
  }
  if (fitting.length === examples.length) return field;
  if (fitting.length === 0) for (const value of given) if (await fits(value)) fitting.push(value);
  // In its old place among the keys.
  return Object.fromEntries(
    Object.entries(field).flatMap(([key, value]) => {
      if (key !== "examples") return [[key, value]];
      return fitting.length > 0 ? [[key, fitting]] : [];
    }),
  );
}

/** Why an input does not fit; undefined where it does. It is codegen that decides, so that both always agree. */
async function refusal(model: ModelFile, schema: InputSchema, input: unknown): Promise<string | undefined> {
  const names = Object.keys(input as object);
  const unknown = names.find((name) => !Object.hasOwn(schema.properties, name));
  // The wire would take it; but where an example is typed in, it is a mistake.
  if (unknown !== undefined && !schema.additionalProperties) return `the model has no field "${unknown}"`;
  try {
    const examples = [{ title: "", input: input as Record<string, unknown> }];
    await emitModel({ ...model, input_schema: schema, examples }, "Input", "");
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).replace(/^.*#\/examples\/0\/input/, "");
  }
}
