import { Command, Option } from "commander";
import type { CommandEntry, Flag } from "./table/command.js";

/** What a command line says: arguments in order, and flags by commander's names. */
export interface Parsed {
  readonly args: readonly string[];
  readonly flags: Record<string, unknown>;
}

/** Parses what follows a command's names. Mistakes are told by commander, which suggests what was meant. */
export async function parse(
  entry: CommandEntry,
  path: readonly string[],
  words: readonly string[],
): Promise<Parsed> {
  const command = createParser(path);
  for (const { argument } of entry.arguments ?? []) command.argument(argument);
  addFlags(command, [...entry.flags, ...((await entry.moreFlags?.()) ?? [])]);
  return parseWith(command, words);
}

/** A parser that knows nothing yet. `path` is how its command is called. */
export function createParser(path: readonly string[]): Command {
  return new Command(`model-api ${path.join(" ")}`);
}

/** Runs a parser that is ready. */
export function parseWith(command: Command, words: readonly string[]): Parsed {
  command
    .exitOverride()
    .helpOption(false)
    .allowExcessArguments(false)
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(text) })
    .action(() => {});
  command.parse([...words], { from: "user" });
  return { args: command.args, flags: command.opts() };
}

export function addFlags(command: Command, flags: readonly Flag[]): void {
  for (const { flag, description, default: value, isRequired, isRepeatable, isHidden } of flags) {
    const option = new Option(flag, description);
    if (value !== undefined) option.default(value);
    if (isRequired) option.makeOptionMandatory();
    if (isHidden) option.hideHelp();
    if (isRepeatable) option.argParser((text: string, before: string[] = []) => [...before, text]);
    command.addOption(option);
  }
}
