import { choicesOf, typeOf } from "@model-api/models";
import type { Draft } from "./draft.js";

/** How many outputs one request of a model makes at most; undefined where it has no field for that, and makes one. */
export function maxPerRequest({ roles, schemaOf }: Pick<Draft, "roles" | "schemaOf">): number | undefined {
  if (!roles.count) return undefined;
  const { maximum, enum: values } = schemaOf(roles.count);
  // Not infinity: callers divide by it.
  return maximum ?? (values ? Math.max(...values.map(Number)) : Number.MAX_SAFE_INTEGER);
}

/**
 * The inputs of the requests that make `n` outputs: as few as the model's own count allows. All but the count is the same in them.
 * A count from `providerOptions` stands as it is, in one request.
 */
export function splitCount(draft: Draft, n: number): Record<string, unknown>[] {
  const { count } = draft.roles;
  if (count && count in draft.fields) return [draft.fields];
  const most = maxPerRequest(draft) ?? 1;
  const inputs: Record<string, unknown>[] = [];
  for (let left = n; left > 0; left -= most) {
    const here = Math.min(left, most);
    const usual = count ? (draft.schemaOf(count).default ?? 1) : 1;
    inputs.push(count && here !== usual ? { ...draft.fields, [count]: here } : draft.fields);
  }
  return inputs;
}

export function setSeed(draft: Draft, seed: number | undefined): void {
  if (seed === undefined) return;
  if (draft.roles.seed) draft.set("seed", draft.roles.seed, seed);
  else draft.unsupported("seed", `${draft.model.id} has no such input.`);
}

/** A value that the schema is left to judge: what a video costs depends on it, so it is never changed to another. */
export function setDuration(draft: Draft, seconds: number | undefined): void {
  const { duration, secondsPerUnit } = draft.roles;
  if (seconds === undefined) return;
  if (!duration) {
    draft.unsupported("duration", `${draft.model.id} has no such input.`);
    return;
  }
  const units = seconds / secondsPerUnit;
  draft.set("duration", duration, typeOf(draft.schemaOf(duration)) === "string" ? String(units) : units);
}

/** The rate itself, or the nearest that the model has. */
export function setFps(draft: Draft, fps: number | undefined): void {
  const { fps: field } = draft.roles;
  if (fps === undefined) return;
  if (!field) {
    draft.unsupported("fps", `${draft.model.id} has no such input.`);
    return;
  }
  const [first, ...others] = (choicesOf(draft.schemaOf(field)) ?? []).map(Number);
  const off = (rate: number) => Math.abs(rate - fps);
  const nearest = first === undefined ? fps : others.reduce((a, b) => (off(b) < off(a) ? b : a), first);
  draft.set("fps", field, nearest);
  if (nearest !== fps) draft.adjusted("fps", `${draft.model.id} has no ${fps}; ${nearest} is the nearest.`);
}
