import type { SubmitOptions } from "../client.js";
import { estimate } from "../cost.js";
import type { InputIssue } from "../errors/index.js";
import type { Lent } from "../lent.js";
import { isJson } from "./json.js";
import { prepareInput } from "./prepare-input.js";

/**
 * What comes before a submit and is not always asked for: the client's own `prepareInput`, the limit of the cost, the check of
 * the input, the upload of files.
 */
export async function prepare(
  lent: Lent,
  modelId: string,
  given: object,
  settings: SubmitOptions,
): Promise<object> {
  const issues: InputIssue[] = [];
  const report = (issue: InputIssue) => void issues.push(issue);
  const input = (await lent.prepareInput?.(modelId, given, report)) ?? given;
  const { validate = lent.validate ?? false, maxCostUsd, signal, onUpload } = settings;
  if (maxCostUsd !== undefined) {
    const cost = await estimate(lent, modelId, input, settings);
    if (cost === null || cost > maxCostUsd) throw tooExpensive(lent, modelId, cost, maxCostUsd);
  }
  if (!validate && issues.length === 0 && isJson(input)) return input;
  return prepareInput(lent, modelId, input, { issues, validate, signal, onUpload });
}

function tooExpensive(
  { errors: [, CostLimitError] }: Lent,
  id: string,
  estimateUsd: number | null,
  maxCostUsd: number,
): Error {
  const why = estimateUsd === null ? "nothing tells its price" : `it is estimated at $${estimateUsd}`;
  return new CostLimitError(
    `${id}: ${why}, and maxCostUsd is ${maxCostUsd}. Nothing was sent; leave maxCostUsd out to send it all the same.`,
    { estimateUsd },
  );
}
