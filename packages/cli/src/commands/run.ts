import { type RequestHandle, untyped } from "@model-api/client";
import { models, nearestOf } from "@model-api/models";
import { loadModel } from "@model-api/models/load";
import { Command } from "commander";
import { type ConnectionFlags, connect } from "../connect.js";
import { describeError } from "../describe-error.js";
import { CliError, EXIT, exitCodeOf } from "../exit-codes.js";
import { onInterrupt } from "../interrupt.js";
import { modelHelp } from "../model-help.js";
import { createProgress } from "../progress.js";
import { type InputFlags, readInput } from "../read-input.js";
import { printResult } from "../result-output.js";
import { addFlags, inputFromFlags, type SchemaFlag, schemaFlags } from "../schema-flags.js";

interface RunFlags extends InputFlags, ConnectionFlags {
  outputDir: string;
  download: boolean;
  timeout?: string;
  validate: boolean;
  json: boolean;
}

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
  try {
    await submitAndWait(modelId, input, options);
  } catch (error) {
    throw withFlagNames(error, flags);
  }
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

async function submitAndWait(
  modelId: string,
  input: Record<string, unknown>,
  options: RunFlags,
): Promise<void> {
  const timeout = options.timeout === undefined ? undefined : seconds(options.timeout);
  const { client, baseUrl } = connect(options, { validate: options.validate });
  const interrupt = onInterrupt();
  const progress = await createProgress(modelId, { quiet: options.json });
  let handle: RequestHandle | undefined;
  try {
    handle = await client.submit(untyped(modelId), input, { signal: interrupt.signal });
    const result = await handle.wait({
      signal: interrupt.signal,
      onStatus: progress.update,
      ...(timeout !== undefined && { timeout }),
    });
    progress.stop();
    await printResult(result, { ...options, baseUrl });
  } catch (error) {
    progress.stop();
    if (!interrupt.signal.aborted) throw error;
    throw new CliError(EXIT.interrupted, await cancelled(handle, error));
  } finally {
    interrupt.done();
  }
}

/** What became of the request when the user pressed Ctrl-C. */
async function cancelled(handle: RequestHandle | undefined, error: unknown): Promise<string> {
  if (!handle)
    return `interrupted while submitting: ${error instanceof Error ? error.message : "nothing was sent"}`;
  const again = `\n  Come back to it with: model-api result ${handle.id}`;
  try {
    const outcome = await handle.cancel({ signal: AbortSignal.timeout(10_000) });
    if (outcome === "cancelled") return `interrupted; request ${handle.id} was cancelled and costs nothing`;
    return `interrupted; request ${handle.id} was already in progress, runs to its end and is charged${again}`;
  } catch {
    return `interrupted; whether request ${handle.id} was cancelled is not known, so it may run and be charged${again}`;
  }
}

function seconds(text: string): number {
  const value = Number(text);
  if (value > 0) return value * 1000;
  throw new CliError(EXIT.usage, `--timeout must be a number of seconds above 0; got "${text}"`);
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

function withFlagNames(error: unknown, flags: readonly SchemaFlag[]): unknown {
  const flagOf = (field: string) => flags.find((flag) => flag.field === field)?.flag ?? field;
  const text = describeError(error, flagOf).replace(/^error: /, "");
  return new CliError(exitCodeOf(error), text);
}
