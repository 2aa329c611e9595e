import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { installedCatalog } from "./catalog.js";
import type { Engine } from "./engines/engine.js";
import { assertContract, assertRefusal, operationOf } from "./testing/contract.js";
import { contract, type Operation } from "./testing/contract-file.js";
import { EDIT, INPUT, PIXEL } from "./testing/engines.js";
import type { Attack, World } from "./testing/fuzz/attack.js";
import { attacksOn, strayCalls } from "./testing/fuzz/attacks.js";
import type { TargetModel } from "./testing/fuzz/model-inputs.js";
import { rawAttacks } from "./testing/fuzz/raw-requests.js";
import { rawCall } from "./testing/raw-call.js";
import { callerOf, ORIGIN, type StartedServer, serverSuite, until } from "./testing/servers.js";

/** How many inputs in all, and where they follow from: the same seed gives the same ones. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 3000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_240_601);
const PER_OPERATION = Math.ceil(RUNS / (contract.operations.length + 1));
const MAX_REFUSAL = 2 ** 16;

const { start } = serverSuite();
const tried = new Map<string, number>();

/** The prompt of a run that does not end by itself. */
const ENDLESS = "endless";

const engine: Engine = {
  name: "instant",
  repeatable: true,
  serves: () => true,
  async run({ input }, { signal }) {
    if ((input as { prompt?: unknown }).prompt === ENDLESS)
      await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    const files = [{ kind: "image", mediaType: "image/png", data: new Uint8Array([1, 2, 3]) }] as const;
    return { files, report: { engine: "instant", applied: [], ignored: [] } };
  },
};

afterAll(() => {
  const total = [...tried.values()].reduce((sum, count) => sum + count, 0);
  const each = [...tried].map(([name, count]) => `${name} ${count}`).join(", ");
  console.log(`fuzz: ${total} inputs, FUZZ_SEED=${SEED}: ${each}`);
});

/** A server that has done some work, so that there is something behind each path. */
async function startWorld(): Promise<StartedServer & { world: World }> {
  const { server } = await start(engine, { maxUploadBytes: 2 ** 20 });
  const token = await server.createKey({ name: "fuzz", scopes: ["submit", "read", "admin"] });
  const call = callerOf(server, token);
  const request_id: string = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  const { output } = await until(async () => {
    const { body } = await call("GET", `/v1/requests/${request_id}/result`);
    return body.status === "completed" && body;
  });
  const png = Buffer.from(PIXEL.slice(PIXEL.indexOf(",") + 1), "base64");
  const upload = await server.fetch(
    new Request(`${ORIGIN}/v1/files`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: png,
    }),
  );
  const { url } = (await upload.json()) as { url: string };
  const otherToken = await server.createKey("other");
  const path = { model_id: EDIT, request_id, file: lastOf(url), output: lastOf(output.image) };
  const bodies = { submitRequest: INPUT, createKey: { name: "fuzzed" } };
  return { server, call, token, world: { token, otherToken, path, bodies } };
}

async function targetModels(): Promise<TargetModel[]> {
  const modules = await Promise.all(
    installedCatalog.models.map(({ model_id }) => installedCatalog.load(model_id)),
  );
  return modules.flatMap((model) => {
    const input = model?.examples[0]?.input;
    return model && input ? [{ id: model.metadata.model_id, schema: model.inputSchema, input }] : [];
  });
}

/** Plays attacks against a server; the first one that it takes badly is shrunk and shown. */
async function play({ server, call }: StartedServer, name: string, attacks: fc.Arbitrary<Attack>) {
  const newest = async () => {
    const { status, body } = await call("GET", "/v1/requests?limit=1");
    expect(status, "a normal call afterwards").toBe(200);
    return body.requests[0].request_id;
  };
  let last: string = await newest();
  let submitted = 0;
  const property = fc.asyncProperty(attacks, async (attack) => {
    tried.set(name, (tried.get(name) ?? 0) + 1);
    const { method, path, headers, body, expected } = attack;
    const request = new Request(ORIGIN + path, { method, headers, body: body ?? null });
    // The contract is checked on the way.
    const response = await server.fetch(request);
    const answer = await response.text();
    const accepted = response.ok && operationOf(method, request.url)?.id === "submitRequest";
    if (accepted) submitted++;
    const before = last;
    last = await newest();
    expect(last, "the newest request").toBe(accepted ? JSON.parse(answer).request_id : before);
    if (expected) expect(expected, answer.slice(0, 500)).toContain(response.status);
    if (response.status >= 400) expect(answer.length).toBeLessThan(MAX_REFUSAL);
  });
  await fc.assert(property, { seed: SEED, numRuns: PER_OPERATION });
  return submitted;
}

const models = await targetModels();
const timeout = 20_000 + 20 * PER_OPERATION;

test.each(contract.operations.map((operation): [string, Operation] => [operation.id, operation]))(
  "%s takes what clients should not send, and refuses it as the contract says",
  async (name, operation) => {
    const started = await startWorld();
    const { world } = started;
    const path = {
      ...world.path,
      ...(name === "getOutput" && { file: world.path.output }),
      ...(name === "deleteRequest" && { request_id: await submitEndless(started) }),
    };
    const before = await countRequests(started);
    const submitted = await play(started, name, attacksOn(operation, { ...world, path } as World, models));
    expect(await countRequests(started)).toBe(before + submitted);
  },
  timeout,
);

test(
  "paths that the contract does not have are answered as it says",
  async () => {
    const started = await startWorld();
    const submitted = await play(started, "stray paths", strayCalls(started.world));
    expect(await countRequests(started)).toBe(1 + submitted);
  },
  timeout,
);

test(
  "what is no HTTP request on a socket is refused in the documented shape, or cut off",
  async () => {
    const { server, call, world } = await startWorld();
    const url = await server.listen({ port: 0, host: "127.0.0.1" });
    const before = await countRequests({ call });
    let submitted = 0;
    const property = fc.asyncProperty(rawAttacks(world), async (attack) => {
      tried.set("sockets", (tried.get("sockets") ?? 0) + 1);
      const { calls = [], ...sent } = attack;
      const answers = await rawCall(url, { ...sent, answers: calls.length + 1 });
      for (const [index, answer] of answers.entries()) {
        const meant = calls[index];
        const isSubmit = answer.status === 200 && meant?.method === "POST";
        if (isSubmit) submitted++;
        if (answer.headers.has("model-api-extensions") && meant)
          assertContract({ ...answer, method: meant.method, url: ORIGIN + meant.path });
        else assertRefusal(answer);
      }
      const normal = await fetch(`${url}/v1/models/categories`, {
        headers: { authorization: `Bearer ${world.token}` },
      });
      expect([normal.status, typeof (await normal.json())]).toEqual([200, "object"]);
    });
    await fc.assert(property, { seed: SEED, numRuns: Math.ceil(PER_OPERATION / 2) });
    expect(await countRequests({ call })).toBe(before + submitted);
  },
  timeout,
);

/** A request that nobody can delete, since it does not end: what is aimed at it may well be answered, and takes nothing away. */
async function submitEndless({ call }: Pick<StartedServer, "call">): Promise<string> {
  return (await call("POST", `/v1/models/${EDIT}`, { ...INPUT, prompt: ENDLESS })).body.request_id;
}

async function countRequests({ call }: Pick<StartedServer, "call">): Promise<number> {
  let count = 0;
  for (let cursor = ""; ; ) {
    const { body } = await call("GET", `/v1/requests?limit=100${cursor}`);
    count += body.requests.length;
    if (!body.next_cursor) return count;
    cursor = `&cursor=${body.next_cursor}`;
  }
}

function lastOf(url: string): string {
  return url.slice(url.lastIndexOf("/") + 1);
}
