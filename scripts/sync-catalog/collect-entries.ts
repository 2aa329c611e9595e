import { isGiven, isObject, isSame, type JsonObject, shown } from "./json.js";
import type { Problem } from "./problem.js";

/** An entry of the catalog whose id is safe to use in a path. */
export type Entry = JsonObject & { readonly model_id: string };

export interface Collected {
  /** Each model once, by id. */
  readonly entries: readonly Entry[];
  /** The ids of all entries, also of those that cannot be used: what is broken today is not gone. */
  readonly ids: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  readonly notices: readonly string[];
}

/** Checks ids, and puts together what stands in the catalog several times. */
export function collectEntries(given: readonly unknown[], isModelId: (id: string) => boolean): Collected {
  const byId = new Map<string, Entry>();
  const problems: Problem[] = [];
  const notices: string[] = [];
  const conflicting = new Set<string>();
  const otherKinds = new Set<string>();
  for (const [index, entry] of given.entries()) {
    const id = isObject(entry) ? entry.model_id : undefined;
    if (!isObject(entry) || typeof id !== "string") {
      const reason = `must be an object with a model_id; it is ${excerpt(entry)}`;
      problems.push({ where: `entry ${index}`, pointer: "", reason });
      continue;
    }
    if (!isModelId(id)) {
      const reason = `${excerpt(id)} is no model id: two to five segments of A-Z a-z 0-9 _ . -, none of them only dots`;
      problems.push({ where: `entry ${index}`, pointer: "/model_id", reason });
      continue;
    }
    if (isGiven(entry.kind) && entry.kind !== "model") {
      if (!otherKinds.has(id))
        notices.push(`${id}: is of the kind ${excerpt(entry.kind)} and no model; left out`);
      otherKinds.add(id);
      continue;
    }
    const other = byId.get(id);
    if (!other) byId.set(id, entry as Entry);
    else if (!isSame(other, entry) && !conflicting.has(id)) {
      conflicting.add(id);
      const keys = [...new Set([...Object.keys(other), ...Object.keys(entry)])];
      const key = keys.find((name) => !isSame(other[name], entry[name])) ?? "";
      problems.push({
        where: id,
        pointer: `/${shown(key)}`,
        reason: "stands twice in the catalog, and differs",
      });
    }
  }
  const ids = new Set([...byId.keys(), ...otherKinds]);
  const entries = [...byId.values()].filter(({ model_id }) => !conflicting.has(model_id));
  return { entries, ids, problems, notices };
}

function excerpt(value: unknown): string {
  return shown((JSON.stringify(value) ?? "undefined").slice(0, 80));
}
