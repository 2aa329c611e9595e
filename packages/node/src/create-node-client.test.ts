import { chmodSync } from "node:fs";
import type { ModelApiClient } from "@model-api/client";
import { afterEach, expect, test, vi } from "vitest";
import { createNodeClient } from "./create-node-client.js";
import { fakeApi } from "./testing/fake-api.js";
import { INPUT, MODEL } from "./testing/node-client.js";
import { rejection, temporaryFolder } from "./testing/set-up.js";
import { saveToken } from "./token-file.js";

afterEach(() => vi.unstubAllEnvs());

test.each(["", "/v1", "/v1/"])(
  "the server and the token come from the environment (base URL with %j)",
  async (end) => {
    const api = await fakeApi();
    vi.stubEnv("RUNCOMFY_MODEL_API_BASE", api.url + end);
    vi.stubEnv("RUNCOMFY_TOKEN", "from-env");
    await createNodeClient().run(MODEL, INPUT);
    expect(api.seen[0]).toMatchObject({
      url: "/v1/models/openai/gpt-image-2/edit",
      headers: expect.objectContaining({ authorization: "Bearer from-env" }),
    });
  },
);

test("options go before the environment", async () => {
  const api = await fakeApi();
  vi.stubEnv("RUNCOMFY_MODEL_API_BASE", "http://127.0.0.1:9");
  vi.stubEnv("RUNCOMFY_TOKEN", "from-env");
  const client = createNodeClient({ baseUrl: api.url, token: async () => "from-option" });
  await client.submit(MODEL, INPUT);
  expect(api.seen[0]?.headers.authorization).toBe("Bearer from-option");
});

test.skipIf(process.platform === "win32")(
  "a token file that others can read is told of once, by a warning of the process or by the caller's function",
  async () => {
    const api = await fakeApi();
    const env = { XDG_CONFIG_HOME: temporaryFolder() };
    vi.stubEnv("XDG_CONFIG_HOME", env.XDG_CONFIG_HOME);
    vi.stubEnv("RUNCOMFY_TOKEN", "");
    const path = await saveToken("from-file", env);
    chmodSync(path, 0o644);

    const told: string[] = [];
    const client = createNodeClient({ baseUrl: api.url, onWarning: (message) => told.push(message) });
    expect(told).toEqual([]);
    await client.submit(MODEL, INPUT);
    await client.submit(MODEL, INPUT);
    expect(told).toEqual([expect.stringContaining(`chmod 600 ${path}`)]);
    expect(told[0]).not.toContain("from-file");

    const warned = new Promise<Error>((resolve) => process.once("warning", resolve));
    await createNodeClient({ baseUrl: api.url }).submit(MODEL, INPUT);
    expect((await warned).message).toContain(`chmod 600 ${path}`);
  },
);

test("hooks of the caller's are called, and one that throws ends a submit before it leaves", async () => {
  const api = await fakeApi();
  const seen: string[] = [];
  const client = createNodeClient({
    baseUrl: api.url,
    token: "t",
    hooks: {
      onRequest: ({ method }) => void seen.push(`-> ${method}`),
      onResponse: ({ method }, { status }) => void seen.push(`<- ${method} ${status}`),
    },
  });
  await client.submit(MODEL, INPUT);
  expect(seen).toEqual(["-> POST", "<- POST 200"]);
  const refusing = createNodeClient({
    baseUrl: api.url,
    token: "t",
    hooks: {
      onRequest() {
        throw new Error("not now");
      },
    },
  });
  expect((await rejection(refusing.submit(MODEL, INPUT))).message).toBe("not now");
  expect(api.charged).toHaveLength(1);
});

test("it is a client like any other", async () => {
  const api = await fakeApi();
  const client: ModelApiClient = createNodeClient({ baseUrl: api.url, token: "t" });
  const { id } = await client.submit(MODEL, INPUT);
  expect((await client.request(id).wait()).output.image).toBe(`${api.url}/r1.png`);
  expect(await client.models.categories()).toEqual([]);
});
