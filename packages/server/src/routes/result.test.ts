import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import type { Engine } from "../engines/engine.js";
import { EDIT, INPUT } from "../testing/engines.js";
import { type Call, serverSuite, until } from "../testing/servers.js";

const { start } = serverSuite();

/** An engine whose service says what it has counted, and what that costs where it is told here. */
function costlyEngine(cost: number | undefined): Engine {
  const report = { engine: "costly", applied: [], ignored: [], usage: { input_tokens: 512, images: 1 } };
  return {
    name: "costly",
    repeatable: false,
    serves: (modelId) => modelId === EDIT,
    run: async () => ({
      files: [{ kind: "image", mediaType: "image/png", data: new Uint8Array([1]) }],
      report,
      cost,
    }),
  };
}

async function completed(call: Call, headers?: Record<string, string>): Promise<string> {
  const id = (await call("POST", `/v1/models/${EDIT}`, INPUT, headers)).body.request_id;
  await until(async () => (await call("GET", `/v1/requests/${id}/status`)).body.status === "completed");
  return `/v1/requests/${id}/result`;
}

test("a result says what it cost where it is asked and known, and always what was counted", async () => {
  const { call } = await start(costlyEngine(0.0425));
  const path = await completed(call);
  const { body } = await call("GET", `${path}?include_cost=true`);
  expect(body).toMatchObject({ status: "completed", cost: 0.0425 });
  const { cost: _, ...rest } = body;
  expect((await call("GET", path)).body).toEqual(rest);
  expect((await call("GET", `${path}?include_cost=false`)).body).toEqual(rest);
  expect(rest.engine_report.usage).toEqual({ input_tokens: 512, images: 1 });
});

test("a cost of nothing is a cost, and one that is not known is none", async () => {
  const free = await start(costlyEngine(0));
  expect((await free.call("GET", `${await completed(free.call)}?include_cost=true`)).body.cost).toBe(0);
  await free.server.close();
  const { call } = await start(costlyEngine(undefined));
  expect((await call("GET", `${await completed(call)}?include_cost=true`)).body).not.toHaveProperty("cost");
});

test("a webhook tells no cost", async () => {
  const received: string[] = [];
  const receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push(Buffer.concat(chunks).toString());
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  try {
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    const { call } = await start(costlyEngine(0.0425), { allowLoopbackMedia: true });
    const path = await completed(call, { "model-api-webhook": url });
    const { data } = JSON.parse(await until(() => received[0]));
    expect(data).toEqual((await call("GET", path)).body);
    expect(data).not.toHaveProperty("cost");
  } finally {
    receiver.close();
  }
});
