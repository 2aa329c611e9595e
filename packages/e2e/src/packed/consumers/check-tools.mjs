// What is made for Node alone: a server inside of a test, code from a schema, the tools for agents.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@model-api/client";
import { addModels } from "@model-api/codegen";
import { createModelApiMcp } from "@model-api/mcp";
import { createTestServer } from "@model-api/server/testing";

const server = await createTestServer();
const client = createClient({ baseUrl: server.url, token: server.token, fetch: server.fetch });
const { output } = await client.run("openai/gpt-image-2/text-to-image", { prompt: "x" });
await server.close();

const input_schema = { type: "object", properties: { prompt: { type: "string" } }, required: ["prompt"] };
const { models } = await addModels(["acme.json"], {
  root: mkdtempSync(join(tmpdir(), "model-api-packed-")),
  folder: "models",
  read: async () => ({ model_id: "acme/private/edit", input_schema }),
});

const mcp = createModelApiMcp({ models: ["openai/*"] });
const { url, close } = await mcp.listen({ port: 0 });
await close();
console.log(JSON.stringify({ output: Object.keys(output), models, mcp: new URL(url).pathname }));
