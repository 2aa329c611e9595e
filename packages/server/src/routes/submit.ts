import { checkInput, type InputIssue, nearest } from "@model-api/models";
import { Hono } from "hono";
import type { Engine } from "../engines/engine.js";
import type { components } from "../generated/openapi.js";
import { ApiError } from "../http/api-error.js";
import { authenticate } from "../http/authenticate.js";
import { modelIdFromPath } from "../http/model-id.js";
import { readJsonObject } from "../http/read-json.js";
import { newRequestId } from "../requests.js";
import type { ServerContext } from "../server-context.js";
import { engineFor } from "../worker/engines.js";
import { originOf, requestUrls } from "./urls.js";

type Submitted = components["schemas"]["Submitted"];

/** The largest body of a submit, as the hosted service has it. */
const MAX_BODY_BYTES = 64 * 2 ** 20;

/** Submit. */
export function submitRoutes(context: ServerContext): Hono {
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
    return c.json<Submitted>({ request_id: id, ...requestUrls(originOf(c.req.raw, context), id) });
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
