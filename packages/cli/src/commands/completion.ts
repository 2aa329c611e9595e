import { candidates } from "../completion/candidates.js";
import { afterBreak, splitLine } from "../completion/command-line.js";
import { lookups } from "../completion/lookups.js";
import { scripts } from "../completion/scripts.js";
import { CliError, EXIT } from "../exit-codes.js";
import { print } from "../output/streams.js";
import type { Action } from "../table/command.js";

/** `model-api completion <shell>` */
export const completion: Action = ([shell = ""]) => {
  const script = scripts[shell];
  if (!script) throw new CliError(EXIT.usage, `there is no completion for ${shell}: bash, zsh or fish`);
  print(script.trimEnd());
};

/** `model-api __complete <shell> -- <words>`: bash gives the line as one word, the others give the words. */
export const complete: Action = async ([shell = "", ...given]) => {
  const words = shell === "bash" ? splitLine(given[0] ?? "").slice(1) : given;
  const current = words.at(-1) ?? "";
  const { COMP_WORDBREAKS: breaks = ":=" } = process.env;
  const { words: found, takesFiles } = await candidates(words.slice(0, -1), current, lookups);
  if (takesFiles) print(":files");
  for (const { word, description } of found) {
    if (shell === "bash") print(afterBreak(word, current, breaks));
    else print(`${word}\t${description.replace(/\s+/g, " ").slice(0, 80)}`);
  }
};
