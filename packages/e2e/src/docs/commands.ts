import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadModel } from "@model-api/models/load";
import { REPOSITORY } from "../harness.js";

const PAGES = new URL("../cli/pages/", import.meta.url);
const HELP = new Set(["--help", "--version"]);

/** The commands of a block of shell, each as its words; what follows a pipe, `&&` or `;` is another command. */
export function commandsOf(code: string): string[][] {
  const commands: string[][] = [[]];
  const words = code
    .replaceAll(/\\\n/g, " ")
    .matchAll(/#.*|\n|&&|\|\|?|;|&|[<>]\S*|(?:'[^']*'|"[^"]*"|[^\s'"|;&])+/g);
  for (const [word] of words) {
    if (/^(?:\n|&&|\|\|?|;|&)$/.test(word)) commands.push([]);
    else if (!/^[#<>]/.test(word)) commands.at(-1)?.push(word);
  }
  return commands
    .map((each) => each.slice(each.findIndex((word) => !/^\w+=/.test(word))))
    .filter((each) => each.length > 0);
}

/** What is wrong with a command of this repository; nothing, where it is none. */
export async function problemOfCommand(words: readonly string[]): Promise<string | undefined> {
  const [program, ...rest] = words;
  if (program === "npm" && rest[0] === "run") return problemOfScript(rest[1] ?? "");
  if (program !== "model-api" && !(program === "npx" && rest[0] === "model-api")) return undefined;
  return await problemOfCli(program === "npx" ? rest.slice(1) : rest);
}

function problemOfScript(name: string): string | undefined {
  const { scripts } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8"));
  return name in scripts ? undefined : `there is no script ${name}`;
}

async function problemOfCli(words: readonly string[]): Promise<string | undefined> {
  const [command = "", second = ""] = words;
  if (command === "" || command.startsWith("--")) return undefined;
  const known = command === "serve" ? serveFlags() : await cliFlags(command, second);
  if (typeof known === "string") return known;
  const unknown = words.filter((word) => word.startsWith("--")).map((word) => word.split("=")[0] ?? "");
  const wrong = unknown.filter(
    (flag) => !known.has(flag.replace(/^--no-/, "--")) && !known.has(flag) && !HELP.has(flag),
  );
  return wrong.length > 0 ? `model-api ${command} has no ${wrong.join(", ")}` : undefined;
}

async function cliFlags(command: string, second: string): Promise<ReadonlySet<string> | string> {
  const page = pageOf(`${command}-${second}`) ?? pageOf(command);
  if (page === undefined) return `there is no command ${command}`;
  const flags = flagsOf(page);
  if (["run", "submit"].includes(command) && second.includes("/")) {
    const model = await loadModel(second);
    if (!model) return `there is no model ${second}`;
    for (const field of Object.keys(model.inputSchema.properties ?? {}))
      flags.add(`--${field.replaceAll("_", "-")}`);
  }
  return flags;
}

/** A page of help as it is checked in, which another suite holds against the CLI's own. */
function pageOf(name: string): string | undefined {
  try {
    return readFileSync(new URL(`${name}.txt`, PAGES), "utf8");
  } catch {
    return undefined;
  }
}

const flagsOf = (page: string): Set<string> => new Set(page.match(/--[a-z][\w-]*/g));

/** From the page that is made of the settings' schema. */
const serveFlags = (): Set<string> =>
  flagsOf(readFileSync(join(REPOSITORY, "docs/configuration.md"), "utf8"))
    .add("--config")
    .add("--json");
