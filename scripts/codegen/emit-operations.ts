import { BANNER } from "@model-api/codegen";
import type { Contract } from "./read-schemas.js";

const METHODS = ["get", "post", "put", "patch", "delete"];

/** Which operation a method and a path are, for logs and metrics, whose words must not come from callers. */
export function emitOperations(contract: Contract): string {
  const exact: string[] = [];
  const patterns: string[] = [];
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const id = (operation as { operationId?: string }).operationId;
      if (!METHODS.includes(method) || !id) continue;
      const key = `${method.toUpperCase()} ${path}`;
      if (!path.includes("{")) exact.push(`  [${JSON.stringify(key)}, ${JSON.stringify(id)}],`);
      else patterns.push(`  [${patternOf(key)}, ${JSON.stringify(id)}],`);
    }
  }
  return `${BANNER}
/** Operations whose path has no parameters, by method and path. */
export const exactOperations: ReadonlyMap<string, string> = new Map([
${exact.join("\n")}
]);

/** The others, in the order of the contract. A request's id is captured. */
export const operationPatterns: readonly (readonly [RegExp, string])[] = [
${patterns.join("\n")}
];
`;
}

/** A model's id has slashes; nothing else has. */
function patternOf(key: string): string {
  const pattern = key
    .replace(/[.*+?^$()|[\]\\/]/g, "\\$&")
    .replaceAll("{model_id}", ".+")
    .replaceAll("{request_id}", "([\\w-]{1,128})")
    .replace(/\{\w+\}/g, "[^/]+");
  return `/^${pattern}$/`;
}
