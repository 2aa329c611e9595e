import { isDeepStrictEqual } from "node:util";
import { inWords } from "./kit-context.js";
import type { Observation } from "./observe.js";

/** `engineName` is the one that its report has to carry. */
export function checkReport({ outcome }: Observation, engineName: string): void {
  if (outcome.state !== "ended") throw new Error("The run has to end with a result.");
  const { report, cost } = outcome.result;
  if (report?.engine !== engineName)
    throw new Error(
      `report.engine has to be the engine's name, ${engineName}, and is ${inWords(report?.engine)}.`,
    );
  // It travels in the result as JSON, and has to arrive as it was.
  if (!isDeepStrictEqual(asJson(report), report))
    throw new Error(
      `The report has to be plain JSON, without undefined, classes or bytes; it is ${inWords(report)}.`,
    );
  checkEntries("applied", report.applied, ["operation", "detail"]);
  checkEntries("ignored", report.ignored, ["instruction", "reason"]);
  for (const [name, count] of Object.entries(report.usage ?? {})) {
    if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name) || !isCount(count))
      throw new Error(
        `report.usage has to be numbers by names in snake_case, and has ${name}: ${inWords(count)}.`,
      );
  }
  if (cost !== undefined && !isCount(cost))
    throw new Error(`cost has to be US dollars, from 0 up, and is ${inWords(cost)}.`);
}

const isCount = (value: unknown): boolean =>
  typeof value === "number" && Number.isFinite(value) && value >= 0;

function asJson(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return undefined;
  }
}

function checkEntries(name: string, entries: unknown, texts: readonly string[]): void {
  const isEntry = (entry: unknown): boolean =>
    texts.every((text) => typeof (entry as Record<string, unknown> | null)?.[text] === "string");
  if (!Array.isArray(entries) || !entries.every(isEntry))
    throw new Error(`report.${name} has to be a list of ${texts.join(" and ")}, and is ${inWords(entries)}.`);
}

export function checkProgress({ progress }: Observation): void {
  const wrong = progress.find((fraction) => !(fraction >= 0 && fraction <= 1));
  if (wrong !== undefined) throw new Error(`progress takes numbers from 0 to 1, and got ${inWords(wrong)}.`);
}
