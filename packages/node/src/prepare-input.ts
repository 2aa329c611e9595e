import { type InputIssue, InvalidInputError } from "@model-api/client";
import { checkInput } from "@model-api/models/lean";
import { loadModel } from "@model-api/models/load";
import { openLocalFiles } from "./local-files.js";

export interface PrepareOptions {
  /** Whether to check the input against the installed schema, unknown fields included, before anything is sent. */
  readonly validate: boolean;
}

/** The input with local files opened and, where asked, checked. Throws `InvalidInputError` with all of its problems. */
export async function prepareInput(
  modelId: string,
  input: object,
  { validate }: PrepareOptions,
): Promise<Record<string, unknown>> {
  const model = await loadModel(modelId);
  if (!model) return { ...input };
  const issues: InputIssue[] = [];
  const opened = await openLocalFiles({ ...input }, model.inputSchema, (issue) => issues.push(issue));
  if (validate) {
    const seen = new Set(issues.map(({ path }) => path.join("/")));
    for (const issue of checkInput(model, asWire(opened), { unknownFields: "refuse" }))
      if (!seen.has(issue.path.join("/"))) issues.push(issue);
  }
  if (issues.length === 0) return opened;
  const lines = issues.map(({ path, message }) => `  ${path.join(".") || "input"}: ${message}`);
  throw new InvalidInputError(
    `The input does not fit ${modelId}; nothing was sent.\n${lines.join("\n")}`,
    issues,
  );
}

/** How the input will look on the wire, with a stand-in for each file that is yet to be uploaded. */
function asWire(value: unknown): unknown {
  if (value instanceof Blob) return "data:,";
  if (value instanceof URL) return value.href;
  if (Array.isArray(value)) return value.map(asWire);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asWire(item)]));
}
