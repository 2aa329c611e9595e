import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { verifyWebhook, WebhookError } from "@model-api/client/webhooks";
import { createServer } from "@model-api/server";
import { createPlaceholderEngine } from "@model-api/server/testing";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { cleanUp, temporaryFolder } from "../harness.js";

const MODEL = "openai/gpt-image-2/text-to-image";

afterEach(cleanUp);

test("what the real server posts is verified with the key's own secret, and with no other", async () => {
  const server = await createServer({
    dataFolder: temporaryFolder(),
    engines: [createPlaceholderEngine()],
    allowLoopbackMedia: true,
  });
  onTestFinished(() => server.close({ graceMs: 0 }));
  const origin = await server.listen({ port: 0, host: "127.0.0.1" });
  const admin = await server.createKey({ name: "admin", scopes: ["admin"] });
  async function post(path: string, token: string, body: object, headers = {}) {
    const init = { method: "POST", headers: { authorization: `Bearer ${token}`, ...headers } };
    const response = await fetch(origin + path, { ...init, body: JSON.stringify(body) });
    expect(response.status).toBe(200);
    return (await response.json()) as { token: string; webhook_secret: string; request_id: string };
  }
  const [own, other] = [
    await post("/v1/keys", admin, { name: "own" }),
    await post("/v1/keys", admin, { name: "other" }),
  ];

  const receiver = createHttpServer().listen(0, "127.0.0.1");
  onTestFinished(() => void receiver.close());
  await once(receiver, "listening");
  const hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const posted = once(receiver, "request");
  const { request_id: id } = await post(
    `/v1/models/${MODEL}`,
    own.token,
    { prompt: "x" },
    { "model-api-webhook": hook },
  );
  const [request, response] = await posted;
  const received = { headers: request.headers, body: await text(request) };
  response.writeHead(204).end();

  const event = await verifyWebhook(received, own.webhook_secret);
  expect([event.type, event.data.request_id]).toEqual(["request.completed", id]);
  expect(event.id).toBe(request.headers["webhook-id"]);
  // While the secret is replaced, both are given.
  expect(await verifyWebhook(received, [other.webhook_secret, own.webhook_secret])).toEqual(event);
  const error = await verifyWebhook(received, other.webhook_secret).catch((thrown) => thrown);
  expect([WebhookError.isInstance(error), error.code]).toEqual([true, "wrong_signature"]);
});
