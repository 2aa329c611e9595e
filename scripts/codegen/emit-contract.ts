import { BANNER } from "@model-api/codegen";
import openapiTS, { astToString } from "openapi-typescript";
import type { Contract } from "./read-schemas.js";

/** The contract's types, for the client's transport. */
export async function emitContractTypes(contract: Contract): Promise<string> {
  const ast = await openapiTS(structuredClone(contract) as unknown as Parameters<typeof openapiTS>[0], {
    alphabetize: false,
  });
  return `${BANNER}\n${astToString(ast)}`;
}
