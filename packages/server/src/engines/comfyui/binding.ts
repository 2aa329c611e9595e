import { choicesOf, type FieldSchema, type ModelInputSchema, nearest, typeOf } from "@model-api/models";
import type { MediaKind } from "../engine.js";
import { checkValue } from "./check-value.js";
import type { MappedValue } from "./mapping.js";
import type { Placeholder } from "./placeholders.js";
import type { ReadModel, Report } from "./read-mapping.js";
import { type Placed, placeholdersOf, savesFiles, type Workflow } from "./workflow.js";

/** A model and its workflow, which fit each other. */
export interface Binding {
  readonly modelId: string;
  readonly schema: ModelInputSchema;
  readonly workflow: Workflow;
  readonly placed: readonly Placed[];
  readonly outputs?: readonly string[];
  readonly values: Readonly<Record<string, MappedValue>>;
  /** Whether the size of the model's pictures follows from `resolution` and `aspect_ratio` to the pixel. */
  readonly sized: boolean;
}

const SIZED = /^openai\/gpt-image-/;
/** For a model whose input has no such field, `seed` stands for its fallback. */
export const SEED = "seed";
export const EDGES: readonly string[] = ["width", "height"];

/** Holds a workflow and its placeholders against the model's input schema. */
export function bind(modelId: string, schema: ModelInputSchema, model: ReadModel, report: Report): Binding {
  const { workflow, outputs, values = {} } = model;
  const { placed, problems } = placeholdersOf(workflow);
  for (const problem of problems) report(problem);
  const { properties: fields } = schema;
  const sized = SIZED.test(modelId) && fields.resolution !== undefined && fields.aspect_ratio !== undefined;
  const binding = { modelId, schema, workflow, placed, values, sized, ...(outputs && { outputs }) };
  if (!outputs && !savesFiles(workflow))
    report(
      "no node of the workflow looks as if it saved files (SaveImage, SaveVideo, VHS_VideoCombine, …): add one, or name the nodes whose files are the outputs in outputs",
    );
  for (const [name, value] of Object.entries(values)) {
    if (Object.hasOwn(fields, name))
      report(`values: ${name} is a field of the model's input already; choose another name`);
    checkValue(value, `values: ${name}`, binding, report);
  }
  for (const { placeholder, where } of placed) {
    const why = whyNoValue(placeholder, binding);
    if (why) report(`${where}: ${placeholder.text}: ${why}`);
  }
  return binding;
}

/** Why a placeholder may have no value; undefined where it has one for whatever callers send. */
function whyNoValue(placeholder: Placeholder, binding: Binding): string | undefined {
  const { path, fallback } = placeholder;
  const [head, ...rest] = path;
  const { modelId, schema, values, sized } = binding;
  const field = fieldOf(schema, head);
  if (Object.hasOwn(values, head)) return whyNoPath(values[head] as MappedValue, rest);
  if (field) return whyNoFieldValue(placeholder, field, binding);
  if (rest.length === 0 && sized && EDGES.includes(head)) return undefined;
  if (rest.length === 0 && head === SEED) {
    return fallback
      ? undefined
      : `the input of ${modelId} has no seed, so write {{seed|random}} or {{seed|42}}`;
  }
  const known = [...Object.keys(schema.properties), ...Object.keys(values), ...(sized ? EDGES : [])];
  const near = nearest(head, known);
  const hint = near ? `Did you mean ${near}?` : `There are: ${known.join(", ")}.`;
  return `${modelId} has no input field ${head}, and values has no such name. ${hint}`;
}

function whyNoFieldValue(
  { path, fallback }: Placeholder,
  field: FieldSchema,
  { schema, sized }: Binding,
): string | undefined {
  const [name, index, ...rest] = path;
  const isRequired = schema.required?.includes(name) === true;
  const isList = typeOf(field) === "array";
  const item = isList ? field.items : field;
  if (fallback?.kind === "random" && !isNumber(item ?? {}))
    return `random stands for a number, and ${name} is none`;
  if (!isList) {
    if (index !== undefined) return `${name} is not a list, and has no items`;
    if (isRequired || fallback || field.default !== undefined || (sized && name === "aspect_ratio"))
      return undefined;
    return `callers may leave out ${name}, so say what stands in for it, such as {{${name}|${exampleOf(field)}}}`;
  }
  if (index === undefined || rest.length > 0)
    return `${name} is a list, so name one of its items, such as {{${name}.0}}`;
  if (!/^\d+$/.test(index)) return `${index} is not the position of an item, such as 0`;
  const { minItems = 0, maxItems = Infinity } = field;
  if (Number(index) >= maxItems)
    return `${name} has ${maxItems} items at most, so the last one is {{${name}.${maxItems - 1}}}`;
  if (fallback || (isRequired && Number(index) < minItems)) return undefined;
  return `callers may leave out this item, so say what stands in for it: {{${name}.${index}|omit}} leaves out the node`;
}

function isNumber(field: Partial<FieldSchema>): boolean {
  const type = typeOf(field);
  return type === "integer" || type === "number";
}

function exampleOf(field: FieldSchema): string {
  if (mediaKindOf(field)) return "omit";
  const [choice] = choicesOf(field) ?? [];
  if (choice !== undefined) return JSON.stringify(choice);
  if (isNumber(field)) return String(field.minimum ?? 0);
  return typeOf(field) === "boolean" ? "false" : '""';
}

/** Why a path leads to no constant of a value; undefined where it does, whatever the caller has chosen. */
function whyNoPath(value: MappedValue, path: readonly string[]): string | undefined {
  if (typeof value !== "object" || value === null)
    return path.length > 0 ? `there is nothing called ${path.join(".")} in it` : undefined;
  const branches = branchesOf(value);
  if (branches) return branches.map((branch) => whyNoPath(branch, path)).find((why) => why !== undefined);
  const group = value as Readonly<Record<string, MappedValue>>;
  const [name, ...rest] = path;
  if (name === undefined)
    return `it has several values, so name one of them: ${Object.keys(group).join(", ")}`;
  const inner = Object.hasOwn(group, name) ? group[name] : undefined;
  if (inner !== undefined) return whyNoPath(inner, rest);
  return `there is nothing called ${name} in it, but ${Object.keys(group).join(", ")}`;
}

function branchesOf(value: object): MappedValue[] | undefined {
  if (!("from" in value && "map" in value)) return undefined;
  const { map, default: otherwise } = value as { map: Record<string, MappedValue>; default?: MappedValue };
  return [...Object.values(Object(map) as typeof map), ...(otherwise === undefined ? [] : [otherwise])];
}

export function fieldOf(schema: ModelInputSchema, name: string): FieldSchema | undefined {
  return Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
}

/** The kind of file that a field, or an item of a list, holds; undefined where it holds none. */
export function mediaKindOf(field: Partial<FieldSchema>): MediaKind | undefined {
  const format = typeOf(field) === "array" ? field.items?.format : field.format;
  return (["image", "video", "audio"] as const).find((kind) => format === `${kind}_uri`);
}
