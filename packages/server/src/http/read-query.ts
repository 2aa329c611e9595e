import { nearest } from "@model-api/models";
import { queryParameters } from "../generated/parameters.js";
import { ApiError, type ErrorDetail } from "./api-error.js";

interface ParameterSchema {
  readonly type: "string" | "integer" | "boolean";
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly enum?: readonly string[];
}

type Operation = keyof typeof queryParameters;
type ValueOf<Schema> = Schema extends { type: "integer" }
  ? number
  : Schema extends { type: "boolean" }
    ? boolean
    : Schema extends { enum: readonly (infer Value)[] }
      ? Value
      : string;
type Query<Name extends Operation> = {
  [Key in keyof (typeof queryParameters)[Name]]:
    | ValueOf<(typeof queryParameters)[Name][Key]>
    | ((typeof queryParameters)[Name][Key] extends { default: unknown } ? never : undefined);
};

/** The query of an operation, checked against the contract, defaults filled in. What the contract does not name is ignored. */
export function readQuery<Name extends Operation>(operation: Name, url: URL): Query<Name> {
  const problems: ErrorDetail[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries<ParameterSchema>(queryParameters[operation])) {
    const text = url.searchParams.get(name);
    values[name] = text === null ? schema.default : parse(text, schema);
    const problem = text === null ? undefined : problemOf(values[name], schema);
    if (text !== null && problem) problems.push(detailOf(name, text, problem, schema));
  }
  if (problems.length > 0) {
    const [first] = problems;
    throw new ApiError("invalid", `Query parameter ${first?.path[0]}: ${first?.message}`, {
      detail: problems,
    });
  }
  return values as Query<Name>;
}

function parse(text: string, { type }: ParameterSchema): unknown {
  if (type === "integer" && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}

function detailOf(name: string, text: string, problem: string, schema: ParameterSchema): ErrorDetail {
  const suggestion = schema.enum && nearest(text, schema.enum);
  return {
    path: [name],
    message: `${problem}; got ${JSON.stringify(text.slice(0, 100))}`,
    ...(schema.enum && { allowed: [...schema.enum] }),
    ...(suggestion !== undefined && { suggestion }),
  };
}

function problemOf(value: unknown, schema: ParameterSchema): string | undefined {
  if (schema.enum) {
    return schema.enum.includes(String(value)) ? undefined : `must be one of ${schema.enum.join(", ")}`;
  }
  const { type, minimum = -Infinity, maximum = Infinity, maxLength = Infinity } = schema;
  if (type === "boolean") return typeof value === "boolean" ? undefined : "must be true or false";
  if (type === "string")
    return [...String(value)].length <= maxLength ? undefined : `must have at most ${maxLength} characters`;
  if (typeof value !== "number") return "must be an integer";
  return value >= minimum && value <= maximum ? undefined : `must be from ${minimum} to ${maximum}`;
}
