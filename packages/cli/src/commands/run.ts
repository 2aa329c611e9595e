import { loadModel } from "@model-api/models/load";
import { CliError, EXIT } from "../exit-codes.js";
import { inputFromFlags, parserFlags, type SchemaFlag, schemaFlags } from "../input/schema-flags.js";
import type { RunFlags } from "../request/run-flags.js";
import { findCommand } from "../table/commands.js";

/** `model-api run <model> [flags]`: everything after the model's id is the model's own command line. */
export async function run(words: readonly string[]): Promise<void> {
  const called = await call("run", words);
  if (!called) return;
  const { modelId, flags, options } = called;
  if (options.dryRun && options.batch !== undefined) {
    const { dryRunBatch } = await import("../batch/dry-run-batch.js");
    return dryRunBatch(modelId, called.given, flags, options);
  }
  if (options.dryRun) return dryRun(called);
  if (options.batch !== undefined) {
    const { runBatch } = await import("../batch/run-batch.js");
    return runBatch(modelId, called.given, flags, options);
  }
  const { submitAndWait, submitOnly } = await import("../request/submit-and-wait.js");
  return (options.detach ? submitOnly : submitAndWait)(modelId, await called.input(), flags, options);
}

/** `model-api submit <model> [flags]`: the same, without the waiting. */
export async function submit(words: readonly string[]): Promise<void> {
  const called = await call("submit", words);
  if (!called) return;
  if (called.options.dryRun) return dryRun(called);
  const { submitOnly } = await import("../request/submit-and-wait.js");
  await submitOnly(called.modelId, await called.input(), called.flags, called.options);
}

interface Call {
  readonly modelId: string;
  readonly flags: readonly SchemaFlag[];
  readonly options: RunFlags;
  /** What was typed, before patterns are looked up. */
  readonly given: Record<string, unknown>;
  input(): Promise<Record<string, unknown>>;
}

/** Reads a command line that has a model; undefined where it asked for help and got it. */
async function call(
  name: "run" | "submit",
  [modelId = "", ...words]: readonly string[],
): Promise<Call | undefined> {
  const entry = findCommand([name])?.entry;
  if (!entry) throw new Error(`there is no command ${name}`);
  const model = await loadModel(modelId);
  if (!model && !words.includes("--no-validate")) throw await unknownModel(modelId);
  const flags = model ? schemaFlags(model.inputSchema, entry.flags) : [];
  if (words.includes("--help") || words.includes("-h")) {
    const [{ modelPage }, { commandPage }, { pageWidth }] = await Promise.all([
      import("../help/model-page.js"),
      import("../help/command-page.js"),
      import("../help/wrap.js"),
    ]);
    const page = model
      ? modelPage(entry, model.metadata, flags, pageWidth())
      : await commandPage(entry, [name], pageWidth());
    process.stdout.write(page);
    return undefined;
  }
  // Loaded now, so that help is answered without a parser.
  const [{ addFlags, createParser, parseWith }, { readInput }, { expandMedia }] = await Promise.all([
    import("../parse.js"),
    import("../input/read-input.js"),
    import("../input/media.js"),
  ]);
  const command = createParser([name, modelId]);
  addFlags(command, entry.flags);
  addFlags(command, parserFlags(flags));
  const options = parseWith(command, words).flags as unknown as RunFlags & Record<string, unknown>;
  const given = { ...(await readInput(options)), ...inputFromFlags(options, flags) };
  return { modelId, flags, options, given, input: () => expandMedia(given, flags) };
}

async function dryRun({ modelId, flags, options, input }: Call): Promise<void> {
  const { dryRun } = await import("../request/dry-run.js");
  await dryRun(modelId, await input(), flags, options);
}

async function unknownModel(modelId: string): Promise<CliError> {
  const { models, nearestOf } = await import("@model-api/models");
  const near = nearestOf(
    modelId,
    models.map((model) => model.model_id),
    3,
  );
  const hint =
    near.length > 0 ? `did you mean ${near.join(" or ")}?` : "`model-api models` lists what there is.";
  return new CliError(
    EXIT.badInput,
    `there is no model ${modelId}; nothing was sent`,
    hint,
    "To send it all the same: --no-validate --input '{…}'",
  );
}
