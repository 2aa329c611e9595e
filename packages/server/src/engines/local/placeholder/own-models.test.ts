import type { ModelInputSchema, ModelMetadata } from "@model-api/models";
import { createValidator } from "@model-api/models/validator";
import { expect, test } from "vitest";
import type { Catalog } from "../../../catalog.js";
import { engineChecks } from "../../../test-server/engine-kit/engine-checks.js";
import { createTestServer } from "../../../test-server/index.js";
import { createLocalEngine } from "../index.js";

const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

const STORYBOARD = {
  model_id: "acme/storyboard/draw",
  display_name: "Storyboard",
  description: "Draws the pictures of a story.",
  kind: "model",
  categories: ["text-to-image"],
  output_kind: "image",
  price_unit: "output",
  base_price_usd: null,
} as const satisfies ModelMetadata;

const SCHEMA: ModelInputSchema = {
  type: "object",
  required: ["prompt"],
  properties: {
    prompt: { type: "string", title: "Prompt" },
    size: { type: "string", title: "Size", default: "320x180" },
    number_of_images: { type: "integer", title: "Number of images", default: 1 },
    output_format: { type: "string", title: "Output format", default: "webp" },
    first: { type: "string", title: "First", format: "image_uri" },
  },
};

const catalog: Catalog = {
  models: [STORYBOARD],
  load: async (id) =>
    id === STORYBOARD.model_id
      ? { metadata: STORYBOARD, inputSchema: SCHEMA, examples: [], validator: createValidator(() => true) }
      : undefined,
};

test("a server with models of its own makes placeholders of them, several where several are asked for", async () => {
  const server = await createTestServer({ catalog, engines: [createLocalEngine({ catalog })] });
  const headers = { authorization: `Bearer ${server.token}`, "content-type": "application/json" };
  const body = JSON.stringify({ prompt: "A fox wakes up", number_of_images: 3 });
  const submitted = await server.fetch(`${server.url}/v1/models/${STORYBOARD.model_id}`, {
    method: "POST",
    headers,
    body,
  });
  const { request_id, status_url } = (await submitted.json()) as Record<string, string>;
  const hold = { headers: { ...headers, prefer: "wait=30" } };
  for (let status: unknown; status !== "completed"; ) {
    ({ status } = (await (await server.fetch(String(status_url), hold)).json()) as Record<string, unknown>);
    expect(status).not.toBe("failed");
  }
  const answer = await server.fetch(`${server.url}/v1/requests/${request_id}/result`, { headers });
  const result = (await answer.json()) as { output: { images: string[] }; engine_report: object };
  expect(result.output.images).toHaveLength(3);
  expect(result.engine_report).toMatchObject({
    engine: "local",
    applied: [
      { operation: "placeholder", detail: expect.stringContaining("3 placeholders of 320×180, WEBP") },
    ],
    ignored: [{ instruction: "prompt" }],
  });
  await server.close();
});

const checks = engineChecks({
  engine: () => createLocalEngine({ catalog, isolation: "inline" }),
  catalog,
  runs: [
    {
      modelId: STORYBOARD.model_id,
      input: { prompt: "x", size: "64x32", output_format: "jpeg", first: PIXEL },
      expect: { width: 64, height: 32, mediaType: "image/jpeg" },
    },
  ],
});
for (const { name, run } of checks) test(name, run);
