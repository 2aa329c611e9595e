import type { Logger } from "../../logger.js";
import type { IgnoredInstruction } from "../engine.js";

/** Tells the operator that part of a prompt was not carried out, and why: counts only, since a log must not hold what a caller wrote. */
export function logIgnored(
  log: Logger,
  ignored: readonly (IgnoredInstruction & { readonly cause?: string })[],
): void {
  if (ignored.length === 0) return;
  const causes: Record<string, number> = {};
  for (const { cause = "other" } of ignored) causes[cause] = (causes[cause] ?? 0) + 1;
  log.info({ ignored: ignored.length, causes }, "the local engine did not carry out all of the request");
}
