import type { Logger } from "../logger.js";
import { redact } from "./redact.js";

/** How deep fields are looked into; what stands deeper is left out. */
const MAX_DEPTH = 4;

/**
 * The one place that everything logged goes through, whatever logger an operator has: errors become message, stack and code, and what
 * looks like a secret is taken out.
 */
export function safeLogger(log: Logger): Logger {
  const debug = log.debug?.bind(log);
  return {
    ...(debug && { debug: (fields: object, message: string) => debug(clean(fields), redact(message)) }),
    info: (fields, message) => log.info(clean(fields), redact(message)),
    warn: (fields, message) => log.warn(clean(fields), redact(message)),
    error: (fields, message) => log.error(clean(fields), redact(message)),
  };
}

function clean(fields: object): object {
  const result: Record<string, unknown> = {};
  for (const key in fields) result[key] = cleanValue((fields as Record<string, unknown>)[key], 1);
  return result;
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return redact(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Error) return toPlain(value);
  if (depth >= MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return value.map((item) => cleanValue(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanValue(item, depth + 1)]));
}

/** An error as it is logged: its other properties may hold anything, such as a request with its headers. */
export interface LoggedError {
  readonly message: string;
  readonly stack?: string;
  readonly code?: string | number;
}

function toPlain(error: Error): LoggedError {
  const { stack } = error;
  const { code } = error as { code?: unknown };
  return {
    message: redact(withCauses(error)),
    ...(stack && { stack: redact(stack) }),
    ...((typeof code === "string" || typeof code === "number") && { code }),
  };
}

/** What is behind an error often says more than the error. */
function withCauses(error: Error): string {
  let text = error.message;
  let { cause } = error;
  for (let depth = 0; cause instanceof Error && depth < 3; depth++, cause = cause.cause)
    text += `: ${cause.message}`;
  return text;
}
