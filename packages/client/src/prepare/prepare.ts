import type { Catalog } from "../catalog.js";
import type { SubmitOptions } from "../client.js";
import { CostLimitError, isJson } from "../core.js";
import { estimate } from "../cost.js";
import type { InputIssue } from "../errors/index.js";
import type { Http } from "../http.js";
import type { ResolvedOptions } from "../options.js";
import { auto } from "../uploads/auto.js";
import { uploadServer } from "../uploads/upload-server.js";
import { prepareInput } from "./prepare-input.js";

/** The client's parts that preparing stands on. */
export interface PrepareContext extends Pick<Http, "send" | "extensions"> {
  readonly options: ResolvedOptions;
  readonly catalog: (options: { readonly signal?: AbortSignal | undefined }) => Promise<Catalog>;
}

/** All that comes before a submit and is not always asked for: the limit of the cost, the check of the input, the upload of files. */
export async function prepare(
  modelId: string,
  input: object,
  issues: readonly InputIssue[],
  settings: Omit<SubmitOptions, "validate"> & { readonly validate: SubmitOptions["validate"] | undefined },
  context: PrepareContext,
): Promise<object> {
  const { validate = false, maxCostUsd, signal, onUpload } = settings;
  const { models, upload = auto() } = context.options;
  if (maxCostUsd !== undefined) {
    const cost = await estimate(modelId, input, await context.catalog({ signal }), models);
    if (cost === null || cost > maxCostUsd) throw tooExpensive(modelId, cost, maxCostUsd);
  }
  if (!validate && issues.length === 0 && isJson(input)) return input;
  const server = uploadServer(context, signal);
  return prepareInput(modelId, input, { issues, validate, models, upload, server, signal, onUpload });
}

function tooExpensive(id: string, estimateUsd: number | null, maxCostUsd: number): CostLimitError {
  const why =
    estimateUsd === null ? "there is no price to estimate it by" : `it is estimated at $${estimateUsd}`;
  return new CostLimitError(
    `${id}: ${why}, and maxCostUsd is ${maxCostUsd}. Nothing was sent; leave maxCostUsd out to send it all the same.`,
    { estimateUsd },
  );
}
