// Generated from schemas/ by `pnpm codegen`. Do not edit.

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
 * `@model-api/models` fills it with the whole catalog, `@model-api/models/<model id>` with one model, and
 * declaration merging with models of your own.
 */
export interface ModelInputs {}

/** The id of a model in the registry. */
export type ModelId = keyof ModelInputs & string;

/** A media input: a public URL or data URI, or a file that the client turns into one. */
export type Media = string | URL | Blob | ReadableStream<Uint8Array>;

/**
 * What a model made. One shape for all models; each of them fills the fields of its kind.
 */
export interface Output {
  /**
   * URL of the generated image.
   */
  image?: string;
  /**
   * URLs of the generated images, where there are several.
   */
  images?: string[];
  /**
   * URL of the generated video.
   */
  video?: string;
  /**
   * URLs of the generated videos, where there are several.
   */
  videos?: string[];
  /**
   * URL of the generated audio.
   */
  audio?: string;
}

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

/** JSON Schema of one input field, with the keywords that begin with `x-`. */
export interface FieldSchema {
  /** `typeOf` reads it. A list where the field takes several, such as null; left out where it takes anything. */
  readonly type?: FieldType | readonly FieldType[];
  readonly title: string;
  readonly description?: string;
  /** `image_uri`, `video_uri`, `audio_uri`: the field holds a media file, by its URL. */
  readonly format?: string;
  /** `choicesOf` reads it. */
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
  /** What the file in a media field has to satisfy; `brokenFileRules` judges it. */
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

/** What `@model-api/models/<model id>` exports. */
export interface ModelModule<Input> {
  readonly metadata: ModelMetadata;
  readonly inputSchema: ModelInputSchema;
  readonly examples: readonly ModelExample<Input>[];
  readonly validator: ModelValidator<Input>;
}
