import { BANNER, type JsonSchema, toJs } from "@model-api/codegen";
import type { Contract } from "./read-schemas.js";

interface Parameter {
  name: string;
  in: string;
  schema: JsonSchema;
}

/** The patterns of the identifiers that stand in URLs; both sides of the wire check them. */
export function emitIdentifiers(contract: Contract): string {
  const pattern = (name: string) =>
    `new RegExp(${JSON.stringify(contract.components.schemas[name]?.pattern)})`;
  return `${BANNER}
/** Two to five segments of \`[A-Za-z0-9_.-]+\`, none of them only dots. */
export const MODEL_ID: RegExp = /* @__PURE__ */ ${pattern("ModelId")};

export const REQUEST_ID: RegExp = /* @__PURE__ */ ${pattern("RequestId")};
`;
}

/** The query parameters of each operation, as data that a server checks a request against. */
export function emitParameters(contract: Contract): string {
  const operations: Record<string, Record<string, JsonSchema>> = {};
  for (const path of Object.values(contract.paths)) {
    for (const operation of Object.values(path) as { operationId?: string; parameters?: Parameter[] }[]) {
      const query = operation.parameters?.filter((parameter) => parameter.in === "query") ?? [];
      if (!operation.operationId || query.length === 0) continue;
      operations[operation.operationId] = Object.fromEntries(query.map(({ name, schema }) => [name, schema]));
    }
  }
  return `${BANNER}
/** JSON Schemas of the query parameters, by operation and name. */
export const queryParameters = ${toJs(operations)} as const;
`;
}
