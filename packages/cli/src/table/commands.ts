import { account } from "./account.js";
import { catalog } from "./catalog.js";
import type { CommandEntry } from "./command.js";
import { running } from "./running.js";
import { server } from "./server.js";
import { shell } from "./shell.js";

/** The commands under their headings, in the order of the help page. */
export const sections: readonly { readonly title: string; readonly commands: readonly CommandEntry[] }[] = [
  { title: "Run models", commands: running },
  { title: "Models", commands: catalog },
  { title: "You and this machine", commands: account },
  { title: "A server of your own", commands: server },
  { title: "Shells and agents", commands: shell },
];

/** All commands of the first level. */
export const commands: readonly CommandEntry[] = sections.flatMap((section) => section.commands);

/** A command as it was called: its names from the top, and what is left of the command line. */
export interface Called {
  readonly path: readonly string[];
  readonly entry: CommandEntry;
  readonly rest: readonly string[];
}

/** The deepest command that the words name; undefined where the first names none. */
export function findCommand(words: readonly string[]): Called | undefined {
  let found: Called | undefined;
  let below = commands;
  for (const [index, word] of words.entries()) {
    const entry = below.find(({ name }) => name === word);
    if (!entry) break;
    found = { path: [...(found?.path ?? []), word], entry, rest: words.slice(index + 1) };
    below = entry.commands ?? [];
  }
  return found;
}
