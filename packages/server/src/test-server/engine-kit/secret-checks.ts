import { inWords } from "./kit-context.js";
import type { Observation } from "./observe.js";
import type { EngineRun } from "./options.js";

/** Texts of an input that are shorter are words that anyone may say. */
const SHORTEST_PROMPT = 12;
const HERE = "<here>";
/** Characters before and after what may not be told. */
const SHOWN = 200;

/** All texts in an input that say something of it: prompts and URIs. */
export function textsOf(input: EngineRun["input"]): string[] {
  return Object.values(input)
    .flat()
    .filter((value): value is string => typeof value === "string" && value.length >= SHORTEST_PROMPT);
}

/** No log line tells a secret or a prompt; no error and no report tells a secret. */
export function checkSecrets(
  { lines, outcome }: Observation,
  secrets: readonly string[],
  prompts: readonly string[],
): void {
  for (const line of lines) {
    // The message says where to look, and not what was found.
    if (secrets.some((secret) => line.includes(secret))) throw told("A log line", "a secret", line, secrets);
    if (prompts.some((prompt) => line.includes(prompt))) throw told("A log line", "the input", line, prompts);
  }
  if (outcome.state === "hung") return;
  const [where, words] =
    outcome.state === "failed"
      ? ["The error", inWords(outcome.error)]
      : ["The report", inWords(outcome.result.report)];
  if (secrets.some((secret) => words.includes(secret))) throw told(where, "a secret", words, secrets);
}

function told(where: string, what: string, words: string, found: readonly string[]): Error {
  const hidden = found.reduce((text, secret) => text.replaceAll(secret, HERE), words);
  const at = hidden.indexOf(HERE);
  return new Error(
    `${where} may not tell ${what}, and does: ${hidden.slice(Math.max(0, at - SHOWN), at + SHOWN)}`,
  );
}
