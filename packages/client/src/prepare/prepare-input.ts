import { checkInput } from "@model-api/models/lean";
import { abortable } from "../abort.js";
import type { InputIssue } from "../errors/index.js";
import type { Lent } from "../lent.js";
import { auto } from "../uploads/auto.js";
import { uploadServer } from "../uploads/upload-server.js";
import type { UploadProgress } from "../uploads/uploader.js";
import { copyInput, type FoundFile } from "./copy-input.js";
import { inspectFile } from "./inspect-file.js";
import { issuesOf, type StandardSchema } from "./standard-schema.js";

export interface PrepareOptions {
  /** What is known to be wrong already. */
  readonly issues: readonly InputIssue[];
  readonly validate: boolean | StandardSchema;
  readonly signal: AbortSignal | undefined;
  readonly onUpload: ((progress: UploadProgress) => void) | undefined;
}

/**
 * The input as it travels. Checks what can be checked here, throws one `InvalidInputError` with all that is wrong, and only
 * then uploads: each file once, however often it stands there, all at the same time.
 */
export async function prepareInput(
  lent: Lent,
  modelId: string,
  input: object,
  { issues: known, validate, signal, onUpload }: PrepareOptions,
): Promise<Record<string, unknown>> {
  const { models, upload = auto() } = lent;
  const [ConnectionError] = lent.errors;
  const model = await models?.(modelId);
  const { wire, files, issues: junk } = await copyInput(input, signal);
  const issues: InputIssue[] = [...known, ...junk];
  const types = new Map<Blob, string>();
  for (const { path, file } of files) {
    const { type, problems } = await inspectFile(file, model?.inputSchema.properties[String(path[0])]);
    types.set(file, type);
    for (const problem of problems)
      issues.push({ ...problem, path, message: `${problem.message}${nameOf(file)}` });
  }
  const told = new Set(issues.map(({ path }) => path.join()));
  const checked =
    typeof validate === "object"
      ? await issuesOf(validate, input)
      : validate && model
        ? checkInput(model, wire, { unknownFields: "refuse" })
        : [];
  issues.push(...checked.filter(({ path }) => !told.has(path.join())));
  if (issues.length > 0) throw invalid(lent, modelId, issues, "sent");

  const server = uploadServer(lent, signal);
  async function uploadOne({ file, path }: FoundFile): Promise<string> {
    const typed = file.slice(0, file.size, types.get(file));
    const onProgress = (loaded: number) => onUpload?.({ path, loaded, total: file.size });
    const refuse = (reason: string): never => {
      throw invalid(lent, modelId, [{ path, message: `${reason}${nameOf(file)}` }], "submitted");
    };
    try {
      return await abortable(upload(typed, { signal, onProgress, refuse, server }), signal);
    } catch (error) {
      if (Object(error).isModelApiError || error === signal?.reason) throw error;
      const why = error instanceof Error ? error.message : String(error);
      throw new ConnectionError(
        `${path.join(".")}${nameOf(file)}: the upload failed: ${why}. Nothing was submitted.`,
        { cause: error },
      );
    }
  }
  const uploads = new Map<Blob, Promise<string>>();
  await Promise.all(
    files.map(async (found) => {
      const uploading = uploads.get(found.file) ?? uploadOne(found);
      uploads.set(found.file, uploading);
      found.put(await uploading);
    }),
  );
  return wire;
}

function invalid(
  { errors: [, , InvalidInputError] }: Lent,
  modelId: string,
  issues: readonly InputIssue[],
  nothing: "sent" | "submitted",
): Error {
  const lines = issues.map(({ path, message }) => `  ${path.join(".") || "input"}: ${message}`);
  return new InvalidInputError(
    `The input does not fit ${modelId}; nothing was ${nothing}.\n${lines.join("\n")}`,
    { issues },
  );
}

const nameOf = (file: Blob) => ("name" in file && file.name ? ` (${file.name})` : "");
