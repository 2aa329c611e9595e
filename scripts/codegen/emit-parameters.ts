import { BANNER, type JsonSchema, SchemaError, toJs } from "@model-api/codegen";
import type { Contract } from "./read-schemas.js";

interface Parameter {
  name: string;
  in: string;
  schema: JsonSchema;
}

interface Operation {
  operationId?: string;
  parameters?: unknown[];
}

/** The query and header parameters of each operation, as data that a server checks a request against. */
export function emitParameters(contract: Contract): string {
  return `${BANNER}
/** JSON Schemas of the query parameters, by operation and name. */
export const queryParameters = ${toJs(parametersIn("query", contract))} as const;

/** JSON Schemas of the header parameters, by operation and name. */
export const headerParameters = ${toJs(parametersIn("header", contract))} as const;
`;
}

function parametersIn(place: string, contract: Contract): Record<string, Record<string, JsonSchema>> {
  const byOperation: Record<string, Record<string, JsonSchema>> = {};
  for (const path of Object.values(contract.paths)) {
    for (const { operationId, parameters = [] } of Object.values(path) as Operation[]) {
      const chosen = parameters
        .map((parameter) => resolve<Parameter>(parameter, contract))
        .filter((parameter) => parameter.in === place);
      if (!operationId || chosen.length === 0) continue;
      byOperation[operationId] = Object.fromEntries(
        chosen.map(({ name, schema }) => {
          // What is said for people is in the types; a check has no use for it.
          const { description: _, ...rules } = resolve<JsonSchema>(schema, contract);
          return [name, rules];
        }),
      );
    }
  }
  return byOperation;
}

/** Follows `$ref`, which points to a place in the contract itself. */
function resolve<T>(node: unknown, contract: Contract): T {
  const reference = (node as { $ref?: string }).$ref;
  if (reference === undefined) return node as T;
  const keys = reference.replace(/^#\//, "").split("/");
  const target = keys.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    contract,
  );
  if (target === undefined) throw new SchemaError("schemas/openapi.yaml", "", `there is no ${reference}`);
  return resolve(target, contract);
}
