import type { EngineReport } from "@model-api/client";

/** How many instructions are named, and how much of each; a prompt may hold 32 kB that nobody understood. */
const NAMED = 4;
const LONGEST = 60;

/** What an engine says of its run, for people: a line for each thing that it did, and one line for all that it left. */
export function reportLines({ engine, applied, ignored }: EngineReport): string[] {
  const done = applied.map(({ operation, detail }) => `  ${engine}: ${operation}: ${oneLine(detail)}`);
  return ignored.length > 0 ? [...done, `  ${engine}: not done: ${ignoredList(ignored)}`] : done;
}

function ignoredList(ignored: EngineReport["ignored"]): string {
  const named = ignored
    .slice(0, NAMED)
    .map(({ instruction, reason }) => `"${shortened(oneLine(instruction))}" (${oneLine(reason)})`);
  const more = ignored.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more, which --json lists`] : [])].join("; ");
}

/** Line breaks and control characters of a prompt do not reach the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join("")}…`;
}
