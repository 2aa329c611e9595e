import { Command, CommanderError } from "commander";
import { CliError, EXIT } from "./exit-codes.js";
import { VERSION } from "./version.js";

const EPILOGUE = `
Exit codes:
  0   done                        69  the server failed or cannot be reached
  1   the request failed          75  try again: timeout, rate limit
  64  wrong usage                 77  no token, or one that is refused
  65  bad input, nothing sent     130 interrupted

Examples:
  model-api run openai/gpt-image-2/edit --help
  model-api run openai/gpt-image-2/edit --images photo.png \\
    --prompt "Add a headline that reads 'OPEN STUDIO'"
  model-api serve

Unofficial: not affiliated with RunComfy, whose trademark RunComfy is.
`;

/**
 * Commands load what they need when they are called, so that help and mistakes are answered at once. The flags of a server's settings
 * are many, and are there only where `command` has them.
 */
async function program(command: string | undefined): Promise<Command> {
  const addConfigFlags = ["serve", "keys", "help"].includes(command ?? "")
    ? (await import("./server-config.js")).addConfigFlags
    : () => {};
  const root = new Command("model-api")
    .description("Run hosted image and video models from a terminal, or serve the Model API yourself.")
    .version(VERSION)
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText("after", EPILOGUE);
  const baseUrl = ["--base-url <url>", "where the API is (or RUNCOMFY_MODEL_API_BASE)"] as const;
  const json = ["--json", "print one JSON object on stdout, and nothing else", false] as const;

  root
    .command("run")
    .description("submit a request, wait for it, download what it made; flags come from the model's schema")
    .usage("<model> [flags]")
    .addHelpText("after", "\n`model-api run <model> --help` shows the model's own flags.")
    .argument("<model>", "model id, such as openai/gpt-image-2/edit");
  root
    .command("status <request>")
    .description("where a request stands")
    .option(...baseUrl)
    .option(...json)
    .action(async (id, flags) => (await import("./commands/status.js")).status(id, flags));
  root
    .command("result <request>")
    .description("what came out of a request, downloaded")
    .option("--output-dir <path>", "where the output files go", ".")
    .option("--no-download", "print URLs instead of downloading")
    .option(...baseUrl)
    .option(...json)
    .action(async (id, flags) => (await import("./commands/result.js")).result(id, flags));
  root
    .command("cancel <request>")
    .description("cancel a request that is still queued")
    .option(...baseUrl)
    .option(...json)
    .action(async (id, flags) => (await import("./commands/cancel.js")).cancel(id, flags));
  root
    .command("models [search]")
    .description("list the models of the server in use")
    .option("--category <name>", "only models of this category")
    .option(...baseUrl)
    .option(...json)
    .action(async (search, flags) => (await import("./commands/models.js")).models(search, flags));
  const types = root
    .command("types")
    .description("types and validators for models of your own, generated into your project");
  const out = ["--out <folder>", "folder for what is generated", "model-api"] as const;
  types
    .command("add <sources...>")
    .description("model ids, files or URLs: adds them, and generates")
    .option(...out)
    .option(...baseUrl)
    .action(async (sources, flags) => (await import("./commands/types.js")).addTypes(sources, flags));
  types
    .command("sync")
    .description("reads every source again, and generates what has changed")
    .option(...out)
    .option(...baseUrl)
    .action(async (flags) => (await import("./commands/types.js")).syncTypes(flags));
  types
    .command("check")
    .description("fails when a source has drifted from what was generated; for CI")
    .option(...out)
    .option(...baseUrl)
    .action(async (flags) => (await import("./commands/types.js")).checkTypes(flags));
  const serve = root
    .command("serve")
    .description("serve the Model API, free and offline; docs/configuration.md tells all of its settings")
    .option("--new-token", "make and print another token", false)
    .option("--json", "print url and token as one JSON line", false)
    .action(async (flags) => (await import("./commands/serve.js")).serve(flags));
  addConfigFlags(serve);
  const keys = root.command("keys").description("API keys of a server of your own, while it runs or before");
  const ofServer = (command: Command) => {
    addConfigFlags(command, ["dataFolder"]);
    return command.option(...json);
  };
  ofServer(keys.command("create"))
    .description("makes a key; its token is shown once")
    .requiredOption("--name <name>", "what its owner calls it")
    .option("--scopes <list>", "of submit, read and admin (default: submit,read)")
    .option("--expires <when>", "such as 30d, or a date (default: never)")
    .option("--rate-limit <n/min>", "submits a minute (default: unlimited)")
    .option("--max-open <number>", "requests queued and running at once (default: unlimited)")
    .option("--models <list>", "which it may use, such as openai/*,acme/* (default: all)")
    .option(
      "--provider-key <provider=VARIABLE>",
      "a secret for an engine's service, and the variable that holds it, such as openai=OPENAI_API_KEY; repeatable",
      (text: string, before: string[] = []) => [...before, text],
    )
    .action(async (flags) => (await import("./commands/keys.js")).createKey(flags));
  ofServer(keys.command("list"))
    .description("all keys, without their tokens")
    .action(async (flags) => (await import("./commands/keys.js")).listKeys(flags));
  ofServer(keys.command("revoke <id>"))
    .description("refuses a key from now on")
    .action(async (id, flags) => (await import("./commands/keys.js")).revokeKey(id, flags));
  ofServer(keys.command("usage"))
    .description("what keys have used, by day, key and model")
    .option("--since <when>", "so long ago, or a date", "30d")
    .option("--key <id>", "only of this key")
    .action(async (flags) => (await import("./commands/keys.js")).usage(flags));
  return root;
}

async function main(argv: string[]): Promise<void> {
  const [command, model, ...rest] = argv;
  if (command !== "run" || model === undefined || model === "--help" || model === "-h") {
    await (await program(command)).parseAsync(argv, { from: "user" });
    return;
  }
  if (model.startsWith("-")) {
    throw new CliError(EXIT.usage, `the model comes first: model-api run <model> ${model} …`);
  }
  const { run } = await import("./commands/run.js");
  await run(model, rest);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has printed its message already. Help and version end with 0, everything else is usage.
    process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  } else {
    const [{ describeError }, { exitCodeOf }] = await Promise.all([
      import("./describe-error.js"),
      import("./exit-code-of.js"),
    ]);
    console.error(describeError(error));
    process.exitCode = exitCodeOf(error);
  }
}
