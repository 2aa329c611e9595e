import type { Argument, CommandEntry, Completes, Flag } from "../table/command.js";
import { commands, findCommand } from "../table/commands.js";
import { HELP } from "../table/common-flags.js";

/** What may come next on a command line. */
export interface Candidates {
  readonly words: readonly Candidate[];
  /** Whether a path may stand there. */
  readonly takesFiles: boolean;
}

export interface Candidate {
  readonly word: string;
  readonly description: string;
}

/** What is looked up where it is needed: a model's flags cost a file, its requests a folder. */
export interface Lookups {
  models(): Promise<readonly Candidate[]>;
  requests(): Promise<readonly Candidate[]>;
  /** Flags of a model, with what they take; empty for a model that is not known. */
  modelFlags(modelId: string, own: readonly Flag[]): Promise<readonly ModelFlag[]>;
}

/** A flag of a model as completion sees it. */
export interface ModelFlag {
  readonly flag: string;
  readonly description: string;
  readonly takesValue: boolean;
  readonly takesMany: boolean;
  readonly values: Completes | undefined;
}

const NOTHING: Candidates = { words: [], takesFiles: false };

/** What may follow the words; `current` is the one that is being typed. */
export async function candidates(
  words: readonly string[],
  current: string,
  lookups: Lookups,
): Promise<Candidates> {
  const called = findCommand(words);
  if (!called) {
    if (words.length > 0) return NOTHING;
    return starting(current, [
      ...named(commands),
      ...named([
        { name: "--help", summary: "show help" },
        { name: "--version", summary: "print the version" },
      ]),
    ]);
  }
  const { entry, rest } = called;
  const flags = await flagsOf(entry, rest[0], lookups);
  // A flag that takes many takes every word up to the next flag.
  const openAt = rest.findLastIndex((word) => word.startsWith("-"));
  const open = openAt === -1 ? undefined : flags.find(({ flag }) => flag === rest[openAt]);
  const valuesSince = rest.length - 1 - openAt;
  const wantsValue = open?.takesValue && (valuesSince === 0 || open.takesMany);
  if (wantsValue && !current.startsWith("-")) return complete(open.values, current, lookups);
  if (current.startsWith("-"))
    return starting(
      current,
      flags.map(({ flag, description }) => ({ word: flag, description })),
    );
  const place = positionals(rest, flags);
  const argument = entry.arguments?.[place] ?? entry.arguments?.findLast(isVariadic);
  const below = place === 0 ? starting(current, named(entry.commands ?? [])) : NOTHING;
  const found = argument ? await complete(argument.values, current, lookups) : NOTHING;
  return { words: [...below.words, ...found.words], takesFiles: found.takesFiles };
}

async function flagsOf(
  entry: CommandEntry,
  model: string | undefined,
  lookups: Lookups,
): Promise<readonly ModelFlag[]> {
  const own = [...entry.flags, ...((await entry.moreFlags?.()) ?? []), HELP];
  const ofModel =
    entry.takesModelFlags && model && !model.startsWith("-")
      ? await lookups.modelFlags(model, entry.flags)
      : [];
  return [...ofModel, ...own.filter(({ isHidden }) => !isHidden).map(toModelFlag)];
}

function toModelFlag({ flag, description, values, isRepeatable }: Flag): ModelFlag {
  const [name = "", value] = flag.split(" ");
  // `--engine <a|b>` lists its values in its own placeholder.
  const choices = /^<([a-z]+(?:\|[a-z]+)+)>$/.exec(value ?? "")?.[1]?.split("|");
  return {
    flag: name,
    description,
    takesValue: value !== undefined,
    takesMany: isRepeatable === true,
    values: values ?? choices ?? (/<(file|folder|path)>/.test(value ?? "") ? "files" : undefined),
  };
}

/** How many arguments there are before the word that is being typed. */
function positionals(rest: readonly string[], flags: readonly ModelFlag[]): number {
  let count = 0;
  let open: ModelFlag | undefined;
  for (const word of rest) {
    if (word.startsWith("-")) open = flags.find(({ flag, takesValue }) => flag === word && takesValue);
    else if (!open) count++;
    else if (!open.takesMany) open = undefined;
  }
  return count;
}

async function complete(
  values: Completes | undefined,
  current: string,
  lookups: Lookups,
): Promise<Candidates> {
  if (values === undefined) return NOTHING;
  if (values === "files") return { words: [], takesFiles: true };
  if (values === "models") return starting(current, await lookups.models());
  if (values === "requests") return starting(current, await lookups.requests());
  return starting(
    current,
    values.map((word) => ({ word, description: "" })),
  );
}

function starting(current: string, all: readonly Candidate[]): Candidates {
  return { words: all.filter(({ word }) => word.startsWith(current)), takesFiles: false };
}

function named(entries: readonly Pick<CommandEntry, "name" | "summary" | "isHidden">[]): Candidate[] {
  return entries
    .filter(({ isHidden }) => !isHidden)
    .map(({ name, summary }) => ({ word: name, description: summary }));
}

function isVariadic({ argument }: Argument): boolean {
  return argument.includes("...");
}
