import { randomInt } from "node:crypto";
import { EngineError } from "../engine.js";
import type { Size } from "../sizes.js";
import { type Binding, EDGES, fieldOf, mediaKindOf } from "./binding.js";
import { isChoice, type MappedValue } from "./mapping.js";
import type { Placeholder, Scalar } from "./placeholders.js";
import { OMIT } from "./workflow.js";

/** What a request brings for the placeholders of its workflow. */
export interface Facts {
  readonly input: Readonly<Record<string, unknown>>;
  /** What ComfyUI calls the files of the input, by the names of their placeholders, e.g. `images.0`. */
  readonly files: ReadonlyMap<string, string>;
  /** Of a model whose pictures have an exact size. */
  readonly size?: Size | undefined;
}

export interface Values {
  lookUp(placeholder: Placeholder): Scalar | typeof OMIT;
  /** The numbers that were chosen, by the names of their placeholders: with them the run can be done again. */
  readonly chosen: ReadonlyMap<string, number>;
}

/** More than this some samplers do not take. */
const LARGEST_RANDOM = 2 ** 32 - 1;

export function createValues(binding: Binding, { input, files, size }: Facts): Values {
  const chosen = new Map<string, number>();

  function given({ name, path }: Placeholder): unknown {
    const [head, index] = path;
    if (Object.hasOwn(binding.values, head))
      return constantOf(binding.values[head] as MappedValue, path.slice(1), binding, input);
    const field = fieldOf(binding.schema, head);
    if (field && mediaKindOf(field)) return files.get(name);
    if (field)
      return index === undefined ? input[head] : (input[head] as unknown[] | undefined)?.[Number(index)];
    return EDGES.includes(head) ? size?.[head as keyof Size] : undefined;
  }

  function fallbackOf({ name, path: [head], fallback, text }: Placeholder): Scalar | typeof OMIT {
    if (fallback?.kind === "omit") return OMIT;
    if (fallback?.kind === "value") return fallback.value;
    const field = fieldOf(binding.schema, head);
    if (fallback?.kind === "random") {
      const number = chosen.get(name) ?? randomBetween(field?.minimum ?? 0, field?.maximum ?? LARGEST_RANDOM);
      chosen.set(name, number);
      return number;
    }
    if (field?.default !== undefined) return field.default as Scalar;
    throw new EngineError(
      "input",
      `${name}: the workflow of ${binding.modelId} needs it (${text}); give it.`,
    );
  }

  return {
    lookUp(placeholder) {
      const value = given(placeholder) as Scalar | undefined;
      return value === undefined ? fallbackOf(placeholder) : value;
    },
    chosen,
  };
}

function constantOf(
  value: MappedValue,
  path: readonly string[],
  binding: Binding,
  input: Facts["input"],
): Scalar | undefined {
  if (typeof value !== "object" || value === null) return value;
  if (!isChoice(value)) {
    const [name = "", ...rest] = path;
    return constantOf(value[name] as MappedValue, rest, binding, input);
  }
  const key = input[value.from] ?? fieldOf(binding.schema, value.from)?.default;
  const branch =
    key !== undefined && Object.hasOwn(value.map, String(key)) ? value.map[String(key)] : value.default;
  return branch === undefined ? undefined : constantOf(branch, path, binding, input);
}

/** A whole number, both ends included. */
function randomBetween(least: number, greatest: number): number {
  return randomInt(Math.ceil(least), Math.min(Math.floor(greatest), Math.ceil(least) + LARGEST_RANDOM) + 1);
}
