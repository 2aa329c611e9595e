import { createHash } from "node:crypto";

/** SHA-256 (hex) of what a submit asks for. The order of the input's keys and the spaces of its JSON do not count. */
export function fingerprintOf(modelId: string, input: object): string {
  // No model id holds a line break, so no two pairs run together.
  return createHash("sha256").update(`${modelId}\n`).update(JSON.stringify(input, sortKeys)).digest("hex");
}

function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
