import type { Logger } from "../logger.js";

/** A log whose every line carries these fields. */
export function logOf(log: Logger, fields: object): Logger {
  const told =
    (level: "debug" | "info" | "warn" | "error") =>
    (own: object, message: string): void =>
      log[level]?.({ ...own, ...fields }, message);
  return { debug: told("debug"), info: told("info"), warn: told("warn"), error: told("error") };
}
