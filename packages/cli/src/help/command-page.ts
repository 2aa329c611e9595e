import type { CommandEntry, Flag } from "../table/command.js";
import { HELP } from "../table/common-flags.js";
import { definitions, wrap } from "./wrap.js";

/** Help of a command. `path` is how it is called: `keys create`. */
export async function commandPage(
  entry: CommandEntry,
  path: readonly string[],
  width: number,
): Promise<string> {
  const { details, summary, examples = [], commands = [] } = entry;
  const flags = [...entry.flags, ...((await entry.moreFlags?.()) ?? []), HELP];
  return [
    ...usage(entry, path),
    "",
    ...wrap(sentence(summary), width, 0),
    ...(details ? ["", ...wrap(details, width, 0)] : []),
    ...block(
      "Commands",
      commands.filter(({ isHidden }) => !isHidden).map((below) => [synopsis(below), below.summary] as const),
      width,
    ),
    ...block(
      "Arguments",
      (entry.arguments ?? []).map(({ argument, description }) => [argument, description] as const),
      width,
    ),
    ...flagBlocks(flags, width),
    ...(examples.length > 0 ? ["", "Examples:", ...examples.map((example) => `  ${example}`)] : []),
    "",
  ].join("\n");
}

/** The flags under their headings: required, options, common. */
export function flagBlocks(flags: readonly Flag[], width: number): string[] {
  const shown = flags.filter(({ isHidden }) => !isHidden);
  const rows = (wanted: (flag: Flag) => boolean) =>
    shown.filter(wanted).map((flag) => [flag.flag, describeFlag(flag)] as const);
  return [
    ...block(
      "Required",
      rows(({ isRequired }) => isRequired === true),
      width,
    ),
    ...block(
      "Options",
      rows(({ isRequired, group }) => !isRequired && !group),
      width,
    ),
    ...block(
      "Common",
      rows(({ group }) => group === "common"),
      width,
    ),
  ];
}

export function describeFlag({ description, default: value }: Flag): string {
  if (value === undefined) return description;
  return `${description} (default: ${value === "." ? "the current folder" : value})`;
}

/** `keys create`, with its arguments: one line for the list of commands. */
export function synopsis({ name, arguments: all = [] }: CommandEntry): string {
  return [name, ...all.map(({ argument }) => argument)].join(" ");
}

function block(title: string, rows: readonly (readonly [string, string])[], width: number): string[] {
  return rows.length === 0 ? [] : ["", `${title}:`, ...definitions(rows, width)];
}

function usage(entry: CommandEntry, path: readonly string[]): string[] {
  const called = `model-api ${path
    .slice(0, -1)
    .map((name) => `${name} `)
    .join("")}`;
  const own = `${called}${synopsis(entry)} [flags]`;
  if (!entry.commands) return [`Usage: ${own}`];
  const below = `${called}${entry.name} <command> [flags]`;
  return entry.load ? [`Usage: ${own}`, `       ${below}`] : [`Usage: ${below}`];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
