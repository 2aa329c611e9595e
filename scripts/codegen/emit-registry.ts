import {
  BANNER,
  interfaceOf,
  type ModelFile,
  metadataOf,
  modulePath,
  SchemaError,
  toJs,
} from "@model-api/codegen";
import type { Contract } from "./read-schemas.js";

/** What the package's entries share: the open registry, and the types that every model refers to. */
export async function emitLean(contract: Contract): Promise<Record<string, string>> {
  const output = contract.components.schemas.Output;
  if (!output) throw new SchemaError("schemas/openapi.yaml", "/components/schemas/Output", "is missing");
  return {
    "lean.js": `${BANNER}export { checkInput } from "./runtime/check-input.js";\nexport { brokenFileRules } from "./runtime/file-rules.js";\nexport { fitsPattern } from "./runtime/fits-pattern.js";\nexport { nearest, nearestOf } from "./runtime/nearest.js";\nexport { choicesOf, typeOf } from "./runtime/field-type.js";\n`,
    "lean.d.ts": `${BANNER}
/**
 * What the registry of models is made of, without any model.
 *
 * @packageDocumentation
 */
export { type CheckedModel, type CheckOptions, checkInput, type InputIssue } from "./runtime/check-input.js";
export { brokenFileRules, type FileFacts, type FileRule } from "./runtime/file-rules.js";
import type { FileRule } from "./runtime/file-rules.js";
export { fitsPattern } from "./runtime/fits-pattern.js";
export { nearest, nearestOf } from "./runtime/nearest.js";
export { choicesOf, type FieldType, typeOf } from "./runtime/field-type.js";
import type { FieldType } from "./runtime/field-type.js";
export type { ValidationIssue } from "./runtime/issues.js";
export type { ModelValidator, ValidationResult } from "./runtime/validator.js";
import type { ModelValidator } from "./runtime/validator.js";

/**
 * The registry: the input of every model that is known at compile time, by model id. It starts empty here;
 * \`@model-api/models\` fills it with the whole catalog, \`@model-api/models/<model id>\` with one model, and
 * declaration merging with models of your own.
 */
export interface ModelInputs {}

/** The id of a model in the registry. */
export type ModelId = keyof ModelInputs & string;

/** A media input: a public URL or data URI, or a file that the client turns into one. */
export type Media = string | URL | Blob | ReadableStream<Uint8Array>;

${await interfaceOf(output, "Output")}

/** Facts of a model, as the catalog says them on the wire. */
export interface ModelMetadata {
  readonly model_id: string;
  readonly display_name: string;
  /** What the model does, in one sentence. */
  readonly description: string;
  readonly kind: "model";
  readonly categories: readonly string[];
  /** What the model makes, as a hint: the output type is one for all models. */
  readonly output_kind: "image" | "video" | "audio";
  /** What one unit of the price is. */
  readonly price_unit: "output" | "second";
  /** US dollars a unit; null where it is not known. */
  readonly base_price_usd: number | null;
  readonly pricing_note?: string;
  /** How many units of the price a request is; missing where its input does not tell. */
  readonly price_quantity?:
    | { readonly count: number }
    | {
        /** The input field that says it. */
        readonly field: string;
        /** Units for one of the field's own. @default 1 */
        readonly factor?: number;
      };
}

/** JSON Schema of one input field, with the keywords that begin with \`x-\`. */
export interface FieldSchema {
  /** \`typeOf\` reads it. A list where the field takes several, such as null; left out where it takes anything. */
  readonly type?: FieldType | readonly FieldType[];
  readonly title: string;
  readonly description?: string;
  /** \`image_uri\`, \`video_uri\`, \`audio_uri\`: the field holds a media file, by its URL. */
  readonly format?: string;
  /** \`choicesOf\` reads it. */
  readonly enum?: readonly unknown[];
  /** What the service does when the field is left out. Never send it. */
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly items?: Partial<FieldSchema>;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** When the field is left out, the service derives it from this other field. */
  readonly "x-derived-from"?: { readonly field: string; readonly rule: string };
  /** What the file in a media field has to satisfy; \`brokenFileRules\` judges it. */
  readonly "x-file-rules"?: readonly FileRule[];
  readonly [keyword: string]: unknown;
}

/** JSON Schema of a model's input. */
export interface ModelInputSchema {
  readonly type: "object";
  readonly required?: readonly string[];
  readonly properties: { readonly [field: string]: FieldSchema };
  readonly [keyword: string]: unknown;
}

export interface ModelExample<Input> {
  readonly title: string;
  readonly input: Input;
}

/** What \`@model-api/models/<model id>\` exports. */
export interface ModelModule<Input> {
  readonly metadata: ModelMetadata;
  readonly inputSchema: ModelInputSchema;
  readonly examples: readonly ModelExample<Input>[];
  readonly validator: ModelValidator<Input>;
}
`,
  };
}

/** The full registry in one declaration file, and the table of metadata. */
export function emitIndex(
  models: readonly ModelFile[],
  names: ReadonlyMap<string, string>,
  interfaces: readonly string[],
): Record<string, string> {
  const entries = models.map(({ model_id: id }) => `    ${JSON.stringify(id)}: ${names.get(id)}Input;`);
  return {
    "index.js": `${BANNER}export * from "./lean.js";\n\nexport const models = ${toJs(models.map(metadataOf))};\n`,
    "index.d.ts": `${BANNER}
/**
 * The catalog: each model's facts, and the types of its input by its id.
 *
 * @packageDocumentation
 */
import type { Media, ModelMetadata } from "./lean.js";

export * from "./lean.js";

/** The catalog: metadata of every model, sorted by id. */
export declare const models: readonly ModelMetadata[];

${interfaces.join("\n\n")}

declare module "./lean.js" {
  interface ModelInputs {
${entries.join("\n")}
  }
}
`,
  };
}

/**
 * The package's manifest with an export for each model whose file is not named as its id is: a capital letter is written otherwise,
 * for file systems that ignore case.
 */
export function emitManifest(manifest: string, models: readonly ModelFile[]): string {
  const content = JSON.parse(manifest) as { exports: Record<string, unknown> };
  const ids = models.map((model) => `./${model.model_id}`).filter((id) => /[A-Z]/.test(id));
  const kept = Object.entries(content.exports).filter(([key]) => !/[A-Z]/.test(key));
  const added = ids.map((key) => {
    const path = `./src/generated/${modulePath(key.slice(2))}`;
    return [key, { types: `${path}.d.ts`, default: `${path}.js` }];
  });
  content.exports = Object.fromEntries([...kept, ...added]);
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Loads a model's module by its id at run time; what a program needs that learns the id from its user. */
export function emitLoad(models: readonly ModelFile[]): Record<string, string> {
  const loaders = models.map(
    ({ model_id: id }) => `  ${JSON.stringify(id)}: () => import("./${modulePath(id)}.js"),`,
  );
  return {
    "load.js": `${BANNER}
const loaders = {
${loaders.join("\n")}
};

export async function loadModel(id) {
  return Object.hasOwn(loaders, id) ? loaders[id]() : undefined;
}
`,
    "load.d.ts": `${BANNER}
/**
 * Loads a model's schema, examples and validator when they are needed.
 *
 * @packageDocumentation
 */
import type { ModelModule } from "./lean.js";

/** The module of the model with this id, loaded on first use; undefined when the catalog does not know it. */
export declare function loadModel(id: string): Promise<ModelModule<Record<string, unknown>> | undefined>;
`,
  };
}
