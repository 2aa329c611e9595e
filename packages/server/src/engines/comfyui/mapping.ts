import type { Scalar } from "./placeholders.js";
import type { Workflow } from "./workflow.js";

/** Which ComfyUI runs which workflow for which model. `schemas/comfyui-workflows.schema.json` describes it as a file. */
export interface ComfyUIMapping {
  readonly $schema?: string;
  /** Where ComfyUI answers, e.g. `http://127.0.0.1:8188`. */
  readonly url: string;
  /**
   * Whether a run that was cut short may be run again. `false` is for a host that is paid by the hour or by the run.
   *
   * @default true
   */
  readonly repeatable?: boolean;
  /** By the ids of models of the catalog. */
  readonly models: Readonly<Record<string, ModelMapping>>;
}

export interface ModelMapping {
  /** The workflow in API format, or the path of a JSON file with it, relative to the mapping file. */
  readonly workflow: string | Workflow;
  /** Ids of the nodes whose files are the outputs, in their order. @default every node that saves files, not those that show previews */
  readonly outputs?: readonly string[];
  /** Values of your own, for placeholders of their names. */
  readonly values?: Readonly<Record<string, MappedValue>>;
}

/** A constant, one that depends on an input field, or several under names of their own: `{{size.width}}`. */
export type MappedValue = Scalar | Choice | { readonly [name: string]: MappedValue };

/** A value by what the caller has chosen. */
export interface Choice {
  /** The input field. */
  readonly from: string;
  /** By the field's values. */
  readonly map: Readonly<Record<string, MappedValue>>;
  /** For every other value of the field, and for none. @default an error, unless the map has a value for each */
  readonly default?: MappedValue;
}

export function isChoice(value: MappedValue): value is Choice {
  return typeof value === "object" && value !== null && "from" in value && "map" in value;
}
