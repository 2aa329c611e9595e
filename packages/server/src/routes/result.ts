import type { components } from "../generated/openapi.js";
import type { RequestRecord } from "../requests.js";
import { outputOf } from "./urls.js";

type Schemas = components["schemas"];

/** A request as `result` answers it, and webhooks tell it. */
export function toResult(
  request: RequestRecord,
  origin: string,
  { includeCost = false }: { includeCost?: boolean } = {},
): Schemas["Result"] {
  const { finishedAt, files, report, cost, failure } = request;
  return {
    request_id: request.id,
    status: request.state,
    model_id: request.modelId,
    ...(files && { output: outputOf(files, request.id, origin) }),
    ...(failure && { error: { code: failure.code, message: failure.message } }),
    created_at: new Date(request.createdAt).toISOString(),
    ...(finishedAt !== undefined && { finished_at: new Date(finishedAt).toISOString() }),
    ...(includeCost && cost !== undefined && { cost }),
    ...(report && { engine_report: structuredClone(report) as Schemas["EngineReport"] }),
  };
}
