import type { InputIssue } from "../errors/index.js";

/** What is used of Standard Schema, version 1: Zod, Valibot, ArkType and the generated validators are such schemas. */
export interface StandardSchema {
  readonly "~standard": {
    readonly version: 1;
    readonly validate: (value: unknown) => StandardResult | Promise<StandardResult>;
  };
}

interface StandardResult {
  readonly issues?:
    | readonly {
        readonly message: string;
        readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
      }[]
    | undefined;
}

/** What a schema finds wrong with a value, in the client's own shape. */
export async function issuesOf(schema: StandardSchema, value: unknown): Promise<InputIssue[]> {
  const { issues = [] } = await schema["~standard"].validate(value);
  return issues.map(({ message, path = [] }) => ({
    message,
    path: path.map((step) => {
      const key = typeof step === "object" ? step.key : step;
      return typeof key === "symbol" ? String(key) : key;
    }),
  }));
}
