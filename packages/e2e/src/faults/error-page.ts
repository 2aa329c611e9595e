import { readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../harness.js";

/** What docs/errors.md says of one error. */
export interface PageRow {
  readonly errorClass: string;
  readonly code: string;
  readonly repeated: "no" | "where `retryable`";
  readonly charged: "no" | "only with `requestId`" | "maybe" | "yes" | "unless `cancelled`";
}

const REPEATED: readonly string[] = ["no", "where `retryable`"] satisfies PageRow["repeated"][];
const CHARGED: readonly string[] = [
  "no",
  "only with `requestId`",
  "maybe",
  "yes",
  "unless `cancelled`",
] satisfies PageRow["charged"][];

/** The rows of the table, in their order. */
export function readErrorPage(): PageRow[] {
  const page = readFileSync(join(REPOSITORY, "docs/errors.md"), "utf8");
  const lines = page.split("\n").filter((line) => /^\| `\w+Error`/.test(line));
  return lines.map((line) => {
    const [, errorClass = "", code = "", , repeated = "", charged = ""] = line
      .split("|")
      .map((cell) => cell.trim());
    if (!isRepeated(repeated) || !isCharged(charged))
      throw new Error(`words that no test understands: ${line}`);
    return { errorClass: bare(errorClass), code: bare(code), repeated, charged };
  });
}

const bare = (cell: string) => cell.replaceAll("`", "");
const isRepeated = (word: string): word is PageRow["repeated"] => REPEATED.includes(word);
const isCharged = (word: string): word is PageRow["charged"] => CHARGED.includes(word);
