import { checkInput } from "@model-api/models/lean";
import { abortable, InvalidInputError } from "../core.js";
import type { InputIssue } from "../errors/index.js";
import type { UploadContext, Uploader, UploadProgress } from "../uploads/uploader.js";
import { copyInput, type FoundFile } from "./copy-input.js";
import { inspectFile } from "./inspect-file.js";
import type { ModelSource } from "./model-source.js";
import { issuesOf, type StandardSchema } from "./standard-schema.js";

export interface PrepareOptions {
  /** What is known to be wrong already. */
  readonly issues: readonly InputIssue[];
  readonly validate: boolean | StandardSchema;
  readonly models: ModelSource | undefined;
  readonly upload: Uploader;
  readonly server: UploadContext["server"];
  readonly signal: AbortSignal | undefined;
  readonly onUpload: ((progress: UploadProgress) => void) | undefined;
}

/**
 * The input as it travels. Checks what can be checked here, throws one `InvalidInputError` with all that is wrong, and only
 * then uploads: each file once, however often it stands there, all at the same time.
 */
export async function prepareInput(
  modelId: string,
  input: object,
  { issues: known, validate, models, upload, server, signal, onUpload }: PrepareOptions,
): Promise<Record<string, unknown>> {
  const model = await models?.(modelId);
  const { wire, files, issues: junk } = await copyInput(input, signal);
  const issues: InputIssue[] = [...known, ...junk];
  const types = new Map<Blob, string>();
  for (const { path, file } of files) {
    const { type, problems } = await inspectFile(file, model?.inputSchema.properties[String(path[0])]);
    types.set(file, type);
    const name = "name" in file ? ` (${file.name})` : "";
    for (const problem of problems) issues.push({ path, message: `${problem}${name}` });
  }
  const checked =
    typeof validate === "object"
      ? await issuesOf(validate, input)
      : validate && model
        ? checkInput(model, wire, { unknownFields: "refuse" })
        : [];
  const told = new Set(issues.map(({ path }) => path.join()));
  issues.push(...checked.filter(({ path }) => !told.has(path.join())));
  if (issues.length > 0) throw invalid(modelId, issues);

  const uploads = new Map<Blob, Promise<string>>();
  async function uploadOne({ file, path }: FoundFile): Promise<string> {
    const typed = file.slice(0, file.size, types.get(file));
    const onProgress = (loaded: number) => onUpload?.({ path, loaded, total: file.size });
    try {
      return await abortable(upload(typed, { signal, onProgress, server }), signal);
    } catch (error) {
      if (!InvalidInputError.isInstance(error)) throw error;
      throw invalid(modelId, [{ path, message: error.message }], error);
    }
  }
  await Promise.all(
    files.map(async (found) => {
      const uploading = uploads.get(found.file) ?? uploadOne(found);
      uploads.set(found.file, uploading);
      found.put(await uploading);
    }),
  );
  return wire;
}

function invalid(modelId: string, issues: readonly InputIssue[], cause?: unknown): InvalidInputError {
  const lines = issues.map(({ path, message }) => `  ${path.join(".") || "input"}: ${message}`);
  return new InvalidInputError(
    `The input does not fit ${modelId}; nothing was submitted.\n${lines.join("\n")}`,
    {
      issues,
      cause,
    },
  );
}
