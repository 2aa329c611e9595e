import { BANNER } from "@model-api/codegen";
import type { Contract } from "./read-schemas.js";

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
