import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A schema as it stands in the contract, its references not followed. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly schema: Schema;
  readonly example?: unknown;
}

export interface HeaderSpec {
  readonly schema: Schema;
}

export interface ResponseSpec {
  readonly headers?: Readonly<Record<string, HeaderSpec>>;
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  /** The path as the contract writes it, e.g. `/v1/models/{model_id}`. */
  readonly path: string;
  /** Whether a pathname is one of this path. */
  readonly pattern: RegExp;
  readonly parameters: readonly Parameter[];
  /** Media types of the body; undefined where there is none. */
  readonly bodyTypes: readonly string[] | undefined;
  /** Of a body of JSON. */
  readonly bodySchema: Schema | undefined;
  /** By status, and `default`. */
  readonly responses: Readonly<Record<string, ResponseSpec>>;
  /** Whether a token is needed. */
  readonly secured: boolean;
}

interface Contract {
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly headers: Readonly<Record<string, HeaderSpec>>;
  };
  /** The most specific path first. */
  readonly operations: readonly Operation[];
}

interface RawOperation {
  readonly operationId: string;
  readonly parameters?: readonly unknown[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Record<string, unknown>;
  readonly security?: readonly object[];
}

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

const document = parse(
  readFileSync(new URL("../../../../schemas/openapi.yaml", import.meta.url), "utf8"),
) as Contract & {
  readonly paths: Record<
    string,
    { parameters?: readonly unknown[] } & Partial<Record<(typeof METHODS)[number], RawOperation>>
  >;
};

/** schemas/openapi.yaml, as checks and fuzzers of the server read it. */
export const contract: Contract = {
  components: document.components,
  operations: Object.entries(document.paths)
    .flatMap(([path, item]) =>
      METHODS.flatMap((method) => {
        const operation = item[method];
        return operation ? [toOperation(path, method, operation, item.parameters ?? [])] : [];
      }),
    )
    .sort((a, b) => placeholders(a.path) - placeholders(b.path)),
};

function toOperation(
  path: string,
  method: string,
  operation: RawOperation,
  shared: readonly unknown[],
): Operation {
  const parameters = [...shared, ...(operation.parameters ?? [])].map((raw) => {
    const parameter = resolve<Parameter>(raw);
    return { ...parameter, schema: resolve<Schema>(parameter.schema) };
  });
  const responses = Object.fromEntries(
    Object.entries(operation.responses).map(([status, raw]) => {
      const { headers = {}, ...response } = resolve<ResponseSpec>(raw);
      const resolved = Object.entries(headers).map(([name, header]) => [name, resolve<HeaderSpec>(header)]);
      return [status, { ...response, headers: Object.fromEntries(resolved) }];
    }),
  );
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    pattern: patternOf(path, parameters),
    parameters,
    bodyTypes: operation.requestBody && Object.keys(operation.requestBody.content),
    bodySchema:
      operation.requestBody?.content["application/json"] &&
      expanded(operation.requestBody.content["application/json"].schema),
    responses,
    secured: isSecured(operation.security),
  };
}

/** Without a word about it a token is needed; an empty choice says that it is not. */
function isSecured(choices: readonly object[] | undefined): boolean {
  return (
    choices === undefined || (choices.length > 0 && choices.every((choice) => Object.keys(choice).length > 0))
  );
}

/** A parameter ends at a slash, unless its own pattern takes slashes, as that of a model's id does. */
function patternOf(path: string, parameters: readonly Parameter[]): RegExp {
  const source = path.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (!name) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const parameter = parameters.find((other) => other.in === "path" && other.name === name);
    const { pattern } = parameter?.schema ?? {};
    return new RegExp(String(pattern)).test("a/b") ? "([^]+)" : "([^/]+)";
  });
  return new RegExp(`^${source.join("")}$`);
}

function placeholders(path: string): number {
  return path.split("{").length;
}

/** A schema without references in it. No schema of a body refers to itself. */
function expanded(schema: unknown): Schema {
  const within = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(within);
    return Object.fromEntries(
      Object.entries(resolve<object>(value)).map(([key, inner]) => [key, within(inner)]),
    );
  };
  return within(schema) as Schema;
}

/** Follows `$ref`, which points to a place in the contract itself. */
function resolve<T>(node: unknown): T {
  const reference = (node as { $ref?: string }).$ref;
  if (reference === undefined) return node as T;
  const keys = reference.replace(/^#\//, "").split("/");
  const target = keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], document);
  if (target === undefined) throw new Error(`schemas/openapi.yaml: there is no ${reference}`);
  return resolve(target);
}
