import { checkInput, type InputIssue, nearest } from "@model-api/models";
import { Hono } from "hono";
import type { Engine } from "../engines/engine.js";
import { REQUEST_ID } from "../generated/identifiers.js";
import type { components } from "../generated/openapi.js";
import { ApiError } from "../http/api-error.js";
import { authenticate } from "../http/authenticate.js";
import { modelIdFromPath } from "../http/model-id.js";
import { readJsonObject } from "../http/read-json.js";
import { newRequestId, type RequestRecord } from "../requests.js";
import type { ServerContext } from "../server-context.js";
import { engineFor } from "../worker/engines.js";
import { originOf, outputOf, requestUrls } from "./urls.js";

type Schemas = components["schemas"];

/** The largest body of a submit, as the hosted service has it. */
const MAX_BODY_BYTES = 64 * 2 ** 20;

/** Submit, status, result, cancel. */
export function requestRoutes(context: ServerContext): Hono {
  const { store, clock } = context;
  const routes = new Hono();

  routes.post("/v1/models/*", async (c) => {
    const key = authenticate(c.req.raw, store);
    const modelId = modelIdFromPath(new URL(c.req.url).pathname);
    const model = await servedModel(context, modelId);
    const input = await readJsonObject(c.req.raw, MAX_BODY_BYTES);
    const issues = checkInput(model, input);
    if (issues.length > 0) throw invalidInput(modelId, issues);
    const id = newRequestId();
    await store.insertRequest({ id, keyId: key.id, modelId, input, createdAt: clock.now() });
    context.wakeWorker();
    return c.json<Schemas["Submitted"]>({ request_id: id, ...requestUrls(originOf(c.req.raw, context), id) });
  });

  routes.get("/v1/requests/:id/status", (c) => {
    const request = ownRequest(context, c.req.raw, c.req.param("id"));
    const { status_url, result_url } = requestUrls(originOf(c.req.raw, context), request.id);
    return c.json<Schemas["Status"]>({
      request_id: request.id,
      status: request.state,
      ...(request.state === "in_queue" && { queue_position: store.queuePosition(request.id) }),
      status_url,
      result_url,
    });
  });

  routes.get("/v1/requests/:id/result", (c) => {
    const request = ownRequest(context, c.req.raw, c.req.param("id"));
    return c.json<Schemas["Result"]>(toResult(request, originOf(c.req.raw, context)));
  });

  routes.post("/v1/requests/:id/cancel", async (c) => {
    const request = ownRequest(context, c.req.raw, c.req.param("id"));
    const cancelled = await store.cancel(request.id, clock.now());
    return c.json<Schemas["Cancelled"]>({
      request_id: request.id,
      status: store.findRequest(request.id)?.state ?? request.state,
      outcome: cancelled ? "cancelled" : "not_cancellable",
    });
  });

  return routes;
}

async function servedModel(context: ServerContext, modelId: string) {
  const model = await context.catalog.load(modelId);
  const engine: Engine | undefined = engineFor(context.engines, modelId);
  if (model && engine) return model;
  const served = context.catalog.models
    .map((entry) => entry.model_id)
    .filter((id) => engineFor(context.engines, id));
  const near = nearest(modelId, served);
  const reason = model ? `No engine of this server serves ${modelId}.` : `There is no model ${modelId}.`;
  throw new ApiError(
    "notFound",
    `${reason} ${near ? `Did you mean ${near}?` : "GET /v1/models lists what there is."}`,
  );
}

function invalidInput(modelId: string, issues: readonly InputIssue[]): ApiError {
  const detail = issues.map(({ path, message, allowed, suggestion }) => ({
    path: [...path],
    message,
    ...(allowed && { allowed: [...allowed] }),
    ...(suggestion && { suggestion }),
  }));
  const [first] = detail;
  const more = detail.length > 1 ? ` (and ${detail.length - 1} more; see detail)` : "";
  return new ApiError(
    "invalid",
    `The input does not fit ${modelId}: ${first?.path.join(".") || "input"} ${first?.message}${more}`,
    detail,
  );
}

function ownRequest(context: ServerContext, raw: Request, id: string): RequestRecord {
  const key = authenticate(raw, context.store);
  if (!REQUEST_ID.test(id)) {
    throw new ApiError(
      "invalidIdentifier",
      `"${id.slice(0, 100)}" is not a request id. A request id has 1 to 128 letters, digits, "_" and "-".`,
    );
  }
  const request = context.store.findRequest(id);
  if (!request) throw new ApiError("notFound", `There is no request ${id}.`);
  if (request.keyId !== key.id)
    throw new ApiError("forbidden", `Request ${id} was submitted with another token.`);
  return request;
}

function toResult(request: RequestRecord, origin: string): Schemas["Result"] {
  const { finishedAt, files, report, failure } = request;
  return {
    request_id: request.id,
    status: request.state,
    model_id: request.modelId,
    ...(files && { output: outputOf(files, request.id, origin) }),
    ...(failure && { error: { code: failure.code, message: failure.message } }),
    created_at: new Date(request.createdAt).toISOString(),
    ...(finishedAt !== undefined && { finished_at: new Date(finishedAt).toISOString() }),
    ...(report && { engine_report: structuredClone(report) as Schemas["EngineReport"] }),
  };
}
