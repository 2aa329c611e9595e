import {
  InvalidArgumentError,
  type JSONObject,
  type SharedV4ProviderOptions,
  type SharedV4Warning,
} from "@ai-sdk/provider";
import type { FieldSchema } from "@model-api/models";
import type { KnownModel } from "../models/load-model.js";
import { PROVIDER } from "../models/names.js";
import { findRoles, type Roles } from "./roles.js";

/** The input of a model while it is put together from the settings of the AI SDK. */
export interface Draft {
  readonly model: KnownModel;
  readonly roles: Roles;
  readonly fields: Record<string, unknown>;
  /** Which setting a field comes from. */
  readonly settings: Map<string, string>;
  readonly warnings: SharedV4Warning[];
  /** Puts a value into a field, for a setting. */
  set(setting: string, field: string, value: unknown): void;
  /** Says that the model cannot do what a setting asks for, and that it is left out. */
  unsupported(feature: string, details: string): void;
  /** Says that a setting is met as nearly as the model can. */
  adjusted(feature: string, details: string): void;
  schemaOf(field: string): FieldSchema;
}

export function beginDraft(model: KnownModel): Draft {
  const fields: Record<string, unknown> = {};
  const settings = new Map<string, string>();
  const warnings: SharedV4Warning[] = [];
  return {
    model,
    roles: findRoles(model),
    fields,
    settings,
    warnings,
    set(setting, field, value) {
      fields[field] = value;
      settings.set(field, setting);
    },
    unsupported: (feature, details) => void warnings.push({ type: "unsupported", feature, details }),
    adjusted: (feature, details) => void warnings.push({ type: "compatibility", feature, details }),
    schemaOf: (field) => model.inputSchema.properties[field] as FieldSchema,
  };
}

/**
 * Puts the fields of `providerOptions.modelApi` over those of the settings. A setting that loses by it is warned of.
 * @throws InvalidArgumentError where they are no object
 */
export function mergeProviderOptions(draft: Draft, options: SharedV4ProviderOptions | undefined): void {
  const given: unknown = options?.[PROVIDER];
  if (given === undefined) return;
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new InvalidArgumentError({
      argument: `providerOptions.${PROVIDER}`,
      message: `providerOptions.${PROVIDER} is an object with fields of the model's input; nothing was sent.`,
    });
  }
  for (const [field, value] of Object.entries(given as JSONObject)) {
    if (value === undefined) continue;
    const loser = draft.settings.get(field);
    if (loser && JSON.stringify(draft.fields[field]) !== JSON.stringify(value)) {
      draft.warnings.push({
        type: "other",
        message: `${loser} is overruled by providerOptions.${PROVIDER}.${field}, which sets the same field.`,
      });
    }
    draft.set(`providerOptions.${PROVIDER}.${field}`, field, value);
  }
}
