import type { InputIssue } from "@model-api/client";
import { loadModel } from "@model-api/models/load";
import { openLocalFiles } from "./local-files.js";

/** The input with local files opened. What cannot be opened is reported. */
export async function prepareInput(
  modelId: string,
  input: object,
  report: (issue: InputIssue) => void,
): Promise<object> {
  const model = await loadModel(modelId);
  return model ? openLocalFiles({ ...input }, model.inputSchema, report) : input;
}
