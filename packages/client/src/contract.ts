import type { operations, paths } from "./generated/openapi.js";

/** The JSON that an operation answers. */
export type Answer<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

/** The query that an operation takes. */
export type QueryOf<Operation extends keyof operations> = NonNullable<
  operations[Operation] extends { parameters: { query?: infer Query } } ? Query : never
>;

/** `/v1/requests/{request_id}/status` as a template: any text stands for a parameter. */
type Filled<Path extends string> = Path extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Path;

type PathsWith<Method extends "get" | "post" | "delete"> = {
  [Path in keyof paths & string]: paths[Path] extends Record<Method, object> ? Filled<Path> : never;
}[keyof paths & string];

/** A call that the contract knows: another method or path does not compile. */
export type Call = {
  readonly headers?: Record<string, string>;
  readonly body?: NonNullable<RequestInit["body"]>;
} & (
  | { readonly method?: "GET"; readonly path: PathsWith<"get"> | `${PathsWith<"get">}?${string}` }
  | { readonly method: "POST"; readonly path: PathsWith<"post"> }
  | { readonly method: "DELETE"; readonly path: PathsWith<"delete"> }
);
