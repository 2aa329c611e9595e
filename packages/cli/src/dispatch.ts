import { CliError, EXIT } from "./exit-codes.js";
import { flush, tell, watchStreams } from "./output/streams.js";
import { findCommand } from "./table/commands.js";
import { VERSION } from "./version.js";

/** Runs a command line, and sets the code that the process ends with. Nothing is loaded that this command line does not need. */
export async function main(words: readonly string[]): Promise<void> {
  watchStreams();
  try {
    await dispatch(words);
    await flush();
  } catch (error) {
    process.exitCode = await report(error, words);
    await flush().catch((problem: Error) => tell(`error: ${problem.message}`));
  }
  // Told to stop: what still waits, such as a look at a request, is not waited for.
  if (Number(process.exitCode) >= EXIT.hungUp) process.exit();
}

async function dispatch(words: readonly string[]): Promise<void> {
  const [first] = words;
  if (first === "--version" || first === "-V") return void process.stdout.write(`${VERSION}\n`);
  const called = findCommand(first === "help" ? words.slice(1) : words);
  const wantsHelp = first === "help" || isHelp(first) || called?.rest.some(isHelp);
  if (!called) {
    if (!wantsHelp && first !== undefined) throw await unknownCommand(first);
    const [{ mainPage }, { pageWidth }] = await Promise.all([
      import("./help/main-page.js"),
      import("./help/wrap.js"),
    ]);
    if (first === undefined) {
      tell(mainPage(pageWidth()).trimEnd());
      process.exitCode = EXIT.usage;
    } else process.stdout.write(mainPage(pageWidth()));
    return;
  }
  const { entry, path, rest } = called;
  if (entry.takesModelFlags && rest[0] !== undefined && !isHelp(rest[0])) {
    if (rest[0].startsWith("-"))
      throw new CliError(
        EXIT.usage,
        `the model comes first: model-api ${path.join(" ")} <model> ${rest[0]} …`,
      );
    // Its flags are known when its model is: it parses its own command line.
    const action = await entry.load?.();
    return action?.(rest, {});
  }
  if (wantsHelp) {
    const [{ commandPage }, { pageWidth }] = await Promise.all([
      import("./help/command-page.js"),
      import("./help/wrap.js"),
    ]);
    process.stdout.write(await commandPage(entry, path, pageWidth()));
    return;
  }
  if (!entry.load) throw await missingCommand(path, entry.commands ?? [], rest[0]);
  const { parse } = await import("./parse.js");
  const { args, flags } = await parse(entry, path, rest);
  const action = await entry.load();
  await action(args, flags);
}

function isHelp(word: string | undefined): boolean {
  return word === "--help" || word === "-h";
}

/** Tells a person what went wrong, and a script that asked for JSON as well; gives the exit code. */
async function report(error: unknown, words: readonly string[]): Promise<number> {
  const { code: reason, message } = Object(error) as { code?: unknown; message?: string };
  if (String(reason).startsWith("commander.")) {
    // Commander has told its message already.
    if (!words.includes("--json") && !words.includes("--ndjson")) return EXIT.usage;
    const { printEvent, printJson } = await import("./output/json.js");
    const facts = { code: "usage", message: message?.replace(/^error: /, ""), exitCode: EXIT.usage };
    if (words.includes("--ndjson")) printEvent("error", facts);
    else printJson({ error: facts });
    return EXIT.usage;
  }
  const [{ describeError, errorAsJson }, { exitCodeOf }, { hasPrintedJson, printEvent, printJson }] =
    await Promise.all([
      import("./describe-error.js"),
      import("./exit-code-of.js"),
      import("./output/json.js"),
    ]);
  const code = exitCodeOf(error);
  tell(describeError(error));
  if (words.includes("--ndjson")) printEvent("error", errorAsJson(error, code));
  else if (words.includes("--json") && !hasPrintedJson()) printJson({ error: errorAsJson(error, code) });
  return code;
}

async function unknownCommand(word: string): Promise<CliError> {
  const { commands } = await import("./table/commands.js");
  return missingCommand([], commands, word);
}

/** There is no such command: names the nearest. */
async function missingCommand(
  path: readonly string[],
  known: readonly { readonly name: string; readonly isHidden?: boolean }[],
  word: string | undefined,
): Promise<CliError> {
  const { nearestOf } = await import("@model-api/models/lean");
  const names = known.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
  const called = ["model-api", ...path].join(" ");
  if (word === undefined || word.startsWith("-"))
    return new CliError(EXIT.usage, `${called} needs a command: ${names.join(", ")}`);
  const [near] = nearestOf(word, names, 1);
  return new CliError(
    EXIT.usage,
    `there is no command "${word}" of ${called}`,
    near ? `Did you mean ${near}?` : `There are ${names.join(", ")}.`,
    `\`${called} --help\` says what each does.`,
  );
}
