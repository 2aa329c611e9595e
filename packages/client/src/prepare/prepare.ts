import type { SubmitOptions } from "../client.js";
import { estimate } from "../cost.js";
import type { InputIssue } from "../errors/index.js";
import type { Lent } from "../lent.js";
import { isJson } from "./json.js";
import { prepareInput } from "./prepare-input.js";

/** What comes before a submit and is not always asked for: the limit of the cost, the check of the input, the upload of files. */
export async function prepare(
  lent: Lent,
  modelId: string,
  input: object,
  issues: readonly InputIssue[],
  settings: SubmitOptions,
): Promise<object> {
  const { validate = lent.options.validate ?? false, maxCostUsd, signal, onUpload } = settings;
  if (maxCostUsd !== undefined) {
    const cost = await estimate(lent, modelId, input, settings);
    if (cost === null || cost > maxCostUsd) throw tooExpensive(lent, modelId, cost, maxCostUsd);
  }
  if (!validate && issues.length === 0 && isJson(input)) return input;
  return prepareInput(lent, modelId, input, { issues, validate, signal, onUpload });
}

function tooExpensive({ errors }: Lent, id: string, estimateUsd: number | null, maxCostUsd: number): Error {
  const why = estimateUsd === null ? "nothing tells its price" : `it is estimated at $${estimateUsd}`;
  return new errors.CostLimitError(
    `${id}: ${why}, and maxCostUsd is ${maxCostUsd}. Nothing was sent; leave maxCostUsd out to send it all the same.`,
    { estimateUsd },
  );
}
