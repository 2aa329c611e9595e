import type { EngineErrorOptions } from "../engines/engine.js";
import type { CassetteFolder } from "./cassette-folder.js";
import type { CassetteInput } from "./cassette-input.js";

/** What a request that was never recorded is told. */
export interface Miss {
  readonly message: string;
  readonly detail: NonNullable<EngineErrorOptions["detail"]>;
}

type Path = readonly (string | number)[];
type Leaves = ReadonlyMap<string, { readonly path: Path; readonly value: unknown }>;

/** Names the nearest cassette of the model, and in what it differs. `redacted` is the same input, with its texts hashed. */
export async function explainMiss(
  folder: CassetteFolder,
  modelId: string,
  input: CassetteInput,
  redacted: CassetteInput,
): Promise<Miss> {
  const none = `No cassette of ${folder.path} fits this input of ${modelId}.`;
  const advice = "Record the request (--record), or say what else is to answer it (--on-miss).";
  const known = (await folder.list(modelId)).map(({ path, cassette }) => {
    const [plain, hidden] = [input, redacted].map((given) => differences(given, cassette.input));
    return { path, differences: fewer(plain ?? [], hidden ?? []) };
  });
  const [first, ...others] = known;
  if (!first) return { message: `${none} There is none for this model. ${advice}`, detail: [] };
  const near = others.reduce((best, one) => (distance(one) < distance(best) ? one : best), first);
  const said = near.differences.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
  return {
    message: `${none} The nearest, ${near.path}, differs: ${said}. ${advice}`,
    detail: near.differences,
  };
}

/** A cassette whose texts are hashed is held against the hashes, any other against the texts. */
const fewer = <T>(a: readonly T[], b: readonly T[]) => (b.length < a.length ? b : a);

/** Few fields are nearer than many; among as many, what has the longest beginning in common. */
function distance({ differences }: { readonly differences: readonly Difference[] }): number {
  const likeness = differences.reduce((sum, { likeness }) => sum + likeness, 0);
  return differences.length - likeness / (differences.length + 1);
}

interface Difference {
  readonly path: Path;
  readonly message: string;
  /** 0 to 1. */
  readonly likeness: number;
}

function differences(given: CassetteInput, recorded: CassetteInput): Difference[] {
  const [ours, theirs] = [leavesOf(given), leavesOf(recorded)];
  const keys = new Set([...ours.keys(), ...theirs.keys()]);
  return [...keys].flatMap((key) => {
    const [here, there] = [ours.get(key), theirs.get(key)];
    const path = (here ?? there)?.path ?? [];
    if (here && there && Object.is(here.value, there.value)) return [];
    if (!there) return [{ path, message: `is ${show(here?.value)}, and missing there`, likeness: 0 }];
    if (!here) return [{ path, message: `is missing, and ${show(there.value)} there`, likeness: 0 }];
    const message = `is ${show(here.value)}, and ${show(there.value)} there`;
    return [{ path, message, likeness: likenessOf(here.value, there.value) }];
  });
}

/** The values of an input that are no lists and no objects, by their path. */
function leavesOf(
  value: unknown,
  path: Path = [],
  leaves = new Map<string, { path: Path; value: unknown }>(),
): Leaves {
  if (typeof value !== "object" || value === null) leaves.set(JSON.stringify(path), { path, value });
  else
    for (const [key, item] of Object.entries(value))
      leavesOf(item, [...path, Array.isArray(value) ? Number(key) : key], leaves);
  return leaves;
}

const SHOWN = 60;

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function likenessOf(a: unknown, b: unknown): number {
  if (typeof a !== "string" || typeof b !== "string") return 0;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same / Math.max(a.length, b.length, 1);
}
