import { type ModelMetadata, nearest } from "@model-api/models";
import { Hono } from "hono";
import type { components } from "../generated/openapi.js";
import { ApiError } from "../http/api-error.js";
import { authenticate } from "../http/authenticate.js";
import { jsonAnswer } from "../http/json-answer.js";
import { MODEL_PATH, readModelId } from "../http/model-id.js";
import { readQuery } from "../http/read-query.js";
import type { ServerContext } from "../server-context.js";
import { engineFor } from "../worker/engines.js";

type Entry = components["schemas"]["Model"];

/** The catalog. It lists what this server's engines serve, since nothing else can be submitted. */
export function modelRoutes(context: ServerContext): Hono {
  const routes = new Hono();
  const served = context.catalog.models.filter((model) => engineFor(context.engines, model.model_id));

  async function toEntry(model: ModelMetadata, withSchema: boolean): Promise<Entry> {
    const module = withSchema ? await context.catalog.load(model.model_id) : undefined;
    return {
      ...model,
      categories: [...model.categories],
      // Self-hosted: nothing is charged, whatever the hosted service asks.
      base_price_usd: null,
      ...(module && { input_schema: module.inputSchema }),
    };
  }

  routes.get("/v1/models", async (c) => {
    await authenticate(c.req.raw, context, "read");
    const query = readQuery("listModels", new URL(c.req.url));
    const words = (query.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const matching = served.filter(
      (model) =>
        words.every((word) => `${model.model_id} ${model.display_name}`.toLowerCase().includes(word)) &&
        (query.category === undefined || model.categories.includes(query.category)) &&
        (query.kind === undefined || model.kind === query.kind),
    );
    const page = matching.slice(query.offset, query.offset + query.limit);
    const models = await Promise.all(page.map((model) => toEntry(model, query.include_schema)));
    return jsonAnswer({ models, total: matching.length });
  });

  routes.get("/v1/models/categories", async (c) => {
    await authenticate(c.req.raw, context, "read");
    return jsonAnswer({ categories: [...new Set(served.flatMap((model) => model.categories))].sort() });
  });

  routes.get(MODEL_PATH, async (c) => {
    await authenticate(c.req.raw, context, "read");
    const id = readModelId(c.req.param("id"));
    const model = served.find((entry) => entry.model_id === id);
    if (model) return jsonAnswer(await toEntry(model, true));
    const near = nearest(
      id,
      served.map((entry) => entry.model_id),
    );
    throw new ApiError("notFound", `There is no model ${id} here.${near ? ` Did you mean ${near}?` : ""}`);
  });

  return routes;
}
