import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { contract, type Operation, type ResponseSpec, type Schema } from "./contract-file.js";

/** One answer of a server, with the call that it answers. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** The body as text; of a file, anything. */
  readonly text: string;
}

export interface CheckOptions {
  /**
   * Whether the server is made to fail: then a 5xx is let through where it is in the shape of an error, or a gateway's page.
   * @default false
   */
  readonly mayFail?: boolean;
}

/** The codes that an error may carry under an HTTP status; of another status, the code is the status. */
const CODES: Readonly<Record<number, readonly number[]>> = {
  400: [400001, 422],
  401: [400004],
  402: [400002],
  403: [403001],
  404: [404001],
  413: [422],
  416: [422],
};
const EXTENSIONS_HEADER = "model-api-extensions";
const RETRY_AFTER = /^(\d+|[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT)$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

const ajv = new Ajv2020({
  allErrors: true,
  strict: false,
  formats: {
    uri: (text: string) => URL.canParse(text) && !/\s/.test(text),
    "date-time": DATE_TIME,
    date: /^\d{4}-\d{2}-\d{2}$/,
  },
});
const schemas = closed(contract.components.schemas);
const compiled = new Map<Schema, ValidateFunction>();
const ERROR: Schema = { $ref: "#/components/schemas/Error" };

/** Throws where an answer is not what schemas/openapi.yaml says, with everything that is wrong with it. */
export function assertContract(exchange: Exchange, options: CheckOptions = {}): void {
  const problems = contractProblems(exchange, options);
  if (problems.length === 0) return;
  const { method, url, status, text } = exchange;
  const name = operationOf(method, url)?.id ?? "no operation";
  const lines = problems.map((problem) => `  ${problem}`).join("\n");
  throw new Error(
    `${method} ${url.slice(0, 300)} (${name}) was answered ${status}, outside schemas/openapi.yaml:\n${lines}\n  body: ${text.slice(0, 500)}`,
  );
}

/** Throws where an answer to what is no call at all, such as a malformed request line, is not a refusal in the documented shape. */
export function assertRefusal({
  status,
  headers,
  text,
}: Pick<Exchange, "status" | "headers" | "text">): void {
  const isRefusal = status >= 400 && status < 500;
  const problems = [
    ...(isRefusal ? [] : [`status: ${status} is no refusal`]),
    ...errorShapeProblems({ method: "GET", headers, text }),
  ];
  if (problems.length > 0)
    throw new Error(`It was answered ${status}: ${problems.join("; ")}\n  body: ${text.slice(0, 500)}`);
}

/**
 * Everything in which an answer differs from the contract. It is stricter than a client may be: a property that the contract
 * does not list is a problem, and what only this project's own server promises is asked for.
 */
export function contractProblems(exchange: Exchange, { mayFail = false }: CheckOptions = {}): string[] {
  const { method, url, status } = exchange;
  const operation = operationOf(method, url);
  return [
    ...(operation
      ? operationProblems(operation, exchange, mayFail)
      : strayProblems(allowedMethods(url), exchange)),
    ...(status >= 400 ? errorProblems(exchange) : []),
    ...extensionProblems(operation, exchange),
  ];
}

/** The operation that a call is meant for; a HEAD is meant for that of its GET. */
export function operationOf(method: string, url: string): Operation | undefined {
  const path = pathOf(url);
  const wanted = method === "HEAD" ? "GET" : method;
  return contract.operations.find((operation) => operation.method === wanted && operation.pattern.test(path));
}

/** The methods of a path, as `Allow` lists them; none where there is no such path. */
export function allowedMethods(url: string): string[] {
  const path = pathOf(url);
  const methods = contract.operations.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  return [...new Set(methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])))].sort();
}

/** The path with the escapes undone that change nothing; that of a slash or a question mark does. */
function pathOf(url: string): string {
  return new URL(url).pathname.replace(/(%(?!25)[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURI(escapes);
    } catch {
      return escapes;
    }
  });
}

function operationProblems(operation: Operation, exchange: Exchange, mayFail: boolean): string[] {
  const { status, headers } = exchange;
  const documented = operation.responses[status];
  const failed = status >= 500 && !documented;
  // What a gateway says when it has lost an answer, and who simulates it: nothing that a contract could tell.
  if (mayFail && status === 502 && headers.get("content-type") === "text/html") return [];
  const response = failed ? operation.responses.default : documented;
  const unexpected = failed && !mayFail ? [`status: ${status} is a failure of the server`] : [];
  if (!response) return [`status: ${status} is not one of ${Object.keys(operation.responses).join(", ")}`];
  const headerProblems = Object.entries(response.headers ?? {}).flatMap(([name, { schema }]) => {
    const value = headers.get(name);
    return value === null ? [] : valueProblems(value, schema, `header ${name}`);
  });
  return [...unexpected, ...headerProblems, ...bodyProblems(response, exchange)];
}

function bodyProblems({ content }: ResponseSpec, { method, headers, text }: Exchange): string[] {
  const type = headers.get("content-type");
  if (!content) return type === null && text === "" ? [] : ["body: the contract has none here"];
  if (type === null) return ["header Content-Type: is missing"];
  const [essence = ""] = type.toLowerCase().split(";", 1);
  const documented = content[essence.trim()] ?? content["*/*"];
  if (!documented) return [`header Content-Type: ${type} is not one of ${Object.keys(content).join(", ")}`];
  if (method === "HEAD") return text === "" ? [] : ["body: an answer to HEAD has none"];
  if (!content["application/json"]) return [];
  return jsonProblems(text, documented.schema);
}

function jsonProblems(text: string, schema: Schema): string[] {
  try {
    return valueProblems(JSON.parse(text), schema, "");
  } catch {
    return ["body: is not JSON"];
  }
}

/** A path or a method that is not there is answered like any other error. */
function strayProblems(allowed: readonly string[], exchange: Exchange): string[] {
  const { status } = exchange;
  if (isPreflight(exchange)) return exchange.text === "" ? [] : ["body: the answer to a preflight has none"];
  const expected = allowed.length > 0 ? 405 : 404;
  if (status !== expected)
    return [
      `status: ${expected} is expected where the contract has no such ${expected === 405 ? "method" : "path"}`,
    ];
  return errorShapeProblems(exchange);
}

function errorShapeProblems({
  method,
  headers,
  text,
}: Pick<Exchange, "method" | "headers" | "text">): string[] {
  const isJson = headers.get("content-type")?.startsWith("application/json");
  return [
    ...(isJson ? [] : ["header Content-Type: must be application/json"]),
    ...(method === "HEAD" ? [] : jsonProblems(text, ERROR)),
  ];
}

/** What a browser asks before it lets a page of another origin call. A server without such pages answers it like any other method. */
function isPreflight({ method, status }: Exchange): boolean {
  return method === "OPTIONS" && status === 204;
}

function errorProblems({ method, url, status, headers, text }: Exchange): string[] {
  const problems: string[] = [];
  const allow = headers.get("allow");
  const allowed = allowedMethods(url).join(", ");
  if (status === 405 && allow !== allowed) problems.push(`header Allow: must be "${allowed}"; is "${allow}"`);
  if (status === 401 && !headers.has("www-authenticate"))
    problems.push("header WWW-Authenticate: is missing");
  const retryAfter = headers.get("retry-after");
  if (status === 429 && retryAfter === null) problems.push("header Retry-After: is missing");
  if (retryAfter !== null && !RETRY_AFTER.test(retryAfter))
    problems.push(`header Retry-After: "${retryAfter}" is neither seconds nor a date`);
  const code = /^\{"error_code":(\d+)/.exec(text)?.[1];
  const codes = CODES[status] ?? [status];
  if (method !== "HEAD" && !codes.includes(Number(code)))
    problems.push(`/error_code: must be ${codes.join(" or ")} under HTTP ${status}; is ${code}`);
  return problems;
}

/** Each extension's header is where the contract says, and nowhere else. */
function extensionProblems(operation: Operation | undefined, exchange: Exchange): string[] {
  const { url, headers } = exchange;
  if (isPreflight(exchange)) return [];
  const underV1 = /^\/v1(\/|$)/.test(pathOf(url));
  const problems: string[] = [];
  if (underV1 && !headers.has(EXTENSIONS_HEADER)) problems.push("header Model-Api-Extensions: is missing");
  const exposed = headers.get("access-control-expose-headers") ?? "";
  if (underV1 && headers.has("access-control-allow-origin") && !/model-api-extensions/i.test(exposed))
    problems.push("header Access-Control-Expose-Headers: does not name Model-Api-Extensions");
  for (const [answer, request] of [
    ["Idempotency-Key", "Idempotency-Key"],
    ["Preference-Applied", "Prefer"],
  ] as const) {
    const taken = operation?.parameters.some((parameter) => parameter.name === request);
    if (headers.has(answer) && !taken) problems.push(`header ${answer}: is not documented here`);
  }
  return problems;
}

function valueProblems(value: unknown, schema: Schema, place: string): string[] {
  const check =
    compiled.get(schema) ?? ajv.compile({ ...(closed(schema) as object), components: { schemas } });
  compiled.set(schema, check);
  if (check(value)) return [];
  return (check.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = params.additionalProperty as string | undefined;
    const pointer = extra === undefined ? instancePath : `${instancePath}/${extra}`;
    return `${place}${pointer || (place ? "" : "/")}: ${extra === undefined ? message : "is not in the contract"}`;
  });
}

/** The same schema, without room for properties that it does not list. */
function closed(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(closed);
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return copy.properties && copy.additionalProperties === undefined
    ? { ...copy, additionalProperties: false }
    : copy;
}
