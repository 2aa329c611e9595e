import { BANNER } from "@model-api/codegen";
import type { Contract } from "./read-schemas.js";

/** The patterns of the identifiers that stand in URLs; both sides of the wire check them. */
export function emitIdentifiers(contract: Contract): string {
  const longest = contract.components.schemas.ModelId?.maxLength ?? Number.MAX_SAFE_INTEGER;
  const pattern = (name: string) => String(new RegExp(contract.components.schemas[name]?.pattern ?? "(?!)"));
  return `${BANNER}
/** Two to five segments of letters, digits, \`_\`, \`.\` and \`-\`, none of them only dots. */
export const MODEL_ID: RegExp = ${pattern("ModelId")};

/** The characters of the longest model id. */
export const MODEL_ID_LENGTH = ${longest};

export const REQUEST_ID: RegExp = ${pattern("RequestId")};
`;
}
