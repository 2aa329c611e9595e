import { BANNER, toJs } from "@model-api/codegen";
import type { Contract } from "./read-schemas.js";

/** The contract itself, as a server answers it. */
export function emitContractJson(contract: Contract): string {
  return `${BANNER}
/** \`schemas/openapi.yaml\`. */
export const contract: Readonly<Record<string, unknown>> = ${toJs(contract)};
`;
}
