import { models, nearestOf } from "@model-api/models";
import { loadModel } from "@model-api/models/load";
import { Command } from "commander";
import { CliError, EXIT } from "../exit-codes.js";
import { modelHelp } from "../model-help.js";
import { readInput } from "../read-input.js";
import { addFlags, inputFromFlags, schemaFlags } from "../schema-flags.js";
import type { RunFlags } from "../submit-and-wait.js";

const COMMON = `Common flags:
  --input <json>        the input as JSON; flags win over its fields
  --input-file <path>   the same from a file, or - for standard input
  --output-dir <path>   where the output files go (default: the current folder)
  --no-download         print URLs instead of downloading
  --timeout <seconds>   stop waiting after this long; the request goes on
  --no-validate         send fields, values and models that this version does not know
  --json                print one JSON object on stdout, and nothing else
  --base-url <url>      where the API is (or RUNCOMFY_MODEL_API_BASE)
  --help                show this
`;

/** `model-api run <model> [flags]`: everything after the model's id is the model's own command line. */
export async function run(modelId: string, argv: readonly string[]): Promise<void> {
  const model = await loadModel(modelId);
  const command = runCommand();
  if (!model && !argv.includes("--no-validate")) throw unknownModel(modelId);
  const reserved = new Set(command.options.flatMap((option) => option.long ?? []));
  const flags = model ? schemaFlags(model.inputSchema, new Set([...reserved, "--help"])) : [];
  if (model && (argv.includes("--help") || argv.includes("-h"))) {
    process.stdout.write(
      modelHelp(model.metadata, flags, COMMON, Math.min(process.stdout.columns ?? 100, 100)),
    );
    return;
  }
  addFlags(command, flags);
  command.parse([...argv], { from: "user" });
  const options = command.opts<RunFlags & Record<string, unknown>>();
  const input = { ...readInput(options), ...inputFromFlags(options, flags) };
  // Loaded now, so that help and mistakes are answered without the client.
  const { submitAndWait } = await import("../submit-and-wait.js");
  await submitAndWait(modelId, input, flags, options);
}

function runCommand(): Command {
  return new Command("run")
    .exitOverride()
    .helpOption(false)
    .allowExcessArguments(false)
    .option("--input <json>")
    .option("--input-file <path>")
    .option("--output-dir <path>", "", ".")
    .option("--no-download")
    .option("--timeout <seconds>")
    .option("--no-validate")
    .option("--json", "", false)
    .option("--base-url <url>");
}

function unknownModel(modelId: string): CliError {
  const near = nearestOf(
    modelId,
    models.map((model) => model.model_id),
    3,
  );
  const hint =
    near.length > 0 ? `did you mean ${near.join(" or ")}?` : "`model-api models` lists what there is.";
  return new CliError(
    EXIT.badInput,
    `there is no model ${modelId}; nothing was sent\n  ${hint}\n  To send it all the same: --no-validate --input '{…}'`,
  );
}
