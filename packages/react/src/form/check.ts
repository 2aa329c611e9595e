import type { InputIssue } from "@model-api/client";
import { type CheckedModel, checkInput, type ModelModule } from "@model-api/models/lean";
import type { FormModel } from "./use-form-model.js";

/** What of a model's module a form needs. */
export type FormModule<Input> = Pick<ModelModule<Input>, "inputSchema" | "validator">;

/** A Standard Schema (version 1) of what a form hands in: the model's own, which takes files as well. */
export interface FormSchema<Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "model-api";
    readonly validate: (
      value: unknown,
    ) => { readonly value: Input; readonly issues?: undefined } | { readonly issues: readonly InputIssue[] };
    readonly types?: { readonly input: Input; readonly output: Input } | undefined;
  };
}

/** All that is wrong with an input, as far as it can be told without looking into files. */
export function checkForm(model: CheckedModel, input: Readonly<Record<string, unknown>>): InputIssue[] {
  const misplaced = Object.entries(input).flatMap(([name, value]) => misplacedFiles(model, name, value));
  const told = new Set(misplaced.map(({ path }) => path.join()));
  const others = checkInput(model, withStandIns(input), { unknownFields: "refuse" });
  return [...misplaced, ...others.filter(({ path }) => !told.has(path.join()))];
}

/** The same of a model whose validator may be missing: then all that is judged is what is missing. */
export function findIssues(
  model: FormModel | undefined,
  input: Readonly<Record<string, unknown>>,
): InputIssue[] {
  if (!model) return [];
  const { inputSchema, validator } = model;
  if (validator) return checkForm({ inputSchema, validator }, input);
  const missing = inputSchema.required?.filter((name) => input[name] === undefined) ?? [];
  return missing.map((name) => ({ path: [name], message: "is required", keyword: "required" }));
}

/**
 * The schema of a model for libraries of forms: `useForm({ resolver: standardSchemaResolver(formSchema(model)) })`. An empty text,
 * an empty list and `null` are fields that were left empty: they count as left out, and its output is without them.
 */
export function formSchema<Input>(model: FormModule<Input>): FormSchema<Input> {
  return {
    "~standard": {
      version: 1,
      vendor: "model-api",
      validate(value) {
        if (!isObject(value)) return { issues: checkInput(model, value) };
        const input = withoutEmpty(value);
        const issues = checkForm(model, input);
        return issues.length > 0 ? { issues } : { value: input as Input };
      },
    },
  };
}

/** Files that say they are of another kind than the field. Whether that is so is for the client to see, from their bytes. */
function misplacedFiles({ inputSchema }: CheckedModel, name: string, value: unknown): InputIssue[] {
  const field = inputSchema.properties[name] as { format?: string; items?: { format?: string } } | undefined;
  const kind = /^(image|video|audio)_uri$/.exec(field?.items?.format ?? field?.format ?? "")?.[1];
  const issues: InputIssue[] = [];
  for (const [index, file] of [value].flat().entries()) {
    if (!kind || !(file instanceof Blob) || !file.type || file.type.startsWith(`${kind}/`)) continue;
    const path = Array.isArray(value) ? [name, index] : [name];
    issues.push({
      path,
      message: `must be ${kind === "video" ? "a" : "an"} ${kind} file; got ${file.type}`,
      keyword: "fileKind",
      params: { kind, type: file.type },
    });
  }
  return issues;
}

/** The input as it will travel, with an empty data URI where a file is. */
function withStandIns(value: unknown): unknown {
  if (value instanceof Blob) return "data:,";
  if (value instanceof URL) return value.href;
  if (Array.isArray(value)) return value.map(withStandIns);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withStandIns(item)]));
}

function withoutEmpty(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const isEmpty = (value: unknown) =>
    value === "" || value == null || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(input).filter(([, value]) => !isEmpty(value)));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
