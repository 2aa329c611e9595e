import { BANNER, toJs } from "@model-api/codegen";
import type { Contract } from "./read-schemas.js";

/** The schema of an output, as a reference shows it. */
export function emitOutputSchema({ components }: Contract): string {
  const { type, properties } = components.schemas.Output ?? {};
  return `${BANNER}
interface OutputField {
  readonly description: string;
  readonly type: string;
  readonly [keyword: string]: unknown;
}

/** What a model made: one shape for all models. */
export const outputSchema: {
  readonly type: string;
  readonly properties: { readonly [name: string]: OutputField };
} = ${toJs({ type, properties })};
`;
}
