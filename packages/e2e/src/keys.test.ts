import { afterEach, expect, test } from "vitest";
import { call, cleanUp, runCli, type Served, serve, temporaryFolder } from "./harness.js";

afterEach(cleanUp);

const PLACEHOLDER = "openai/gpt-image-2/text-to-image";

/** Of the environment that keys are made in. */
const SECRETS = { OPENAI_API_KEY: "sk-openai-1", ACME_KEY: "acme-2", EMPTY: "" };

/** `model-api keys …` on a data folder, whether or not a server has it. */
function keysOf(data: string) {
  return async (...args: string[]) => runCli(["keys", ...args, "--data", data], SECRETS, data);
}

function as(served: Served, token: string): Served {
  return { ...served, env: { ...served.env, RUNCOMFY_TOKEN: token } };
}

const submit = (served: Served) => call(served, "POST", `/v1/models/${PLACEHOLDER}`, { prompt: "x" });

test("a key is made, used, listed and revoked while the server runs", async () => {
  const data = temporaryFolder();
  const served = await serve(data);
  const keys = keysOf(data);
  const made = await keys("create", "--name", "ci", "--scopes", "read,submit", "--expires", "30d", "--json");
  expect([made.code, made.stderr]).toEqual([0, ""]);
  const { key_id, token, webhook_secret, ...key } = JSON.parse(made.stdout);
  expect(key).toMatchObject({ name: "ci", scopes: ["read", "submit"], state: "active" });
  expect(webhook_secret).toMatch(/^whsec_/);
  expect((await submit(as(served, token))).status).toBe(200);

  const listed = await keys("list");
  expect(listed.stdout).toMatch(
    /^ID +NAME +STATE +SCOPES +CREATED +EXPIRES +RATE +MAX OPEN +MODELS +PROVIDERS\n/,
  );
  expect(listed.stdout).toContain(key_id);
  const json = await keys("list", "--json");
  expect(JSON.parse(json.stdout).map((entry: { name: string }) => entry.name)).toEqual(["first", "ci"]);
  for (const { stdout } of [listed, json]) expect(stdout).not.toMatch(/mapi_|whsec_/);

  const usage = JSON.parse((await keys("usage", "--since", "1d", "--key", key_id, "--json")).stdout);
  expect(usage).toEqual([expect.objectContaining({ key_id, model_id: PLACEHOLDER, submitted: 1 })]);
  expect((await keys("usage")).stdout).toMatch(/^DAY +KEY +NAME +MODEL +SUBMITTED/);

  const revoked = await keys("revoke", key_id);
  expect([revoked.code, revoked.stdout]).toEqual([0, `Key ${key_id} (ci) is revoked.\n`]);
  // At once: the server asks its database with each call.
  expect((await submit(as(served, token))).status).toBe(401);
  expect((await keys("revoke", key_id)).stdout).toContain("was revoked before");
});

test("scopes, expiry and limits hold", async () => {
  const data = temporaryFolder();
  const served = await serve(data, { flags: ["--simulate", "latency=1m"] });
  const make = async (...flags: string[]) => {
    const { stdout } = await keysOf(data)("create", "--name", "k", "--json", ...flags);
    return as(served, JSON.parse(stdout).token);
  };
  const reader = await make("--scopes", "read");
  expect((await submit(reader)).status).toBe(403);
  expect((await call(reader, "GET", "/v1/keys")).status).toBe(403);

  const brief = await make("--expires", "1s");
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect((await call(brief, "GET", "/v1/models")).status).toBe(401);

  const slow = await make("--rate-limit", "1/min");
  expect((await submit(slow)).status).toBe(200);
  const again = await fetch(`${served.url}/v1/models/${PLACEHOLDER}`, {
    method: "POST",
    headers: { authorization: `Bearer ${slow.env.RUNCOMFY_TOKEN}` },
    body: '{"prompt":"x"}',
  });
  expect(again.status).toBe(429);
  const seconds = Number(again.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(30);
  expect(seconds).toBeLessThanOrEqual(60);

  const narrow = await make("--max-open", "1");
  expect([(await submit(narrow)).status, (await submit(narrow)).status]).toEqual([200, 429]);
});

test("a key for some models, with secrets from the environment, which nobody gets to see", async () => {
  const data = temporaryFolder();
  const served = await serve(data);
  const keys = keysOf(data);
  const flags = ["--models", "acme/*,wan-ai/*", "--provider-key", "openai=OPENAI_API_KEY"];
  const made = await keys("create", "--name", "narrow", ...flags, "--provider-key", "acme=ACME_KEY");
  expect(made.stdout).toContain(
    "(narrow): submit, read; only acme/*, wan-ai/*, with secrets for openai, acme\n",
  );
  const token = /mapi_\S+/.exec(made.stdout)?.[0] ?? "";
  const refused = await submit(as(served, token));
  expect(refused).toMatchObject({
    status: 403,
    body: { error_message: expect.stringContaining("it may use acme/*, wan-ai/*") },
  });
  const listed = await keys("list");
  expect(listed.stdout).toMatch(/ acme\/\*,wan-ai\/\* +openai,acme\n/);
  const json = await keys("list", "--json");
  const shown = { models: ["acme/*", "wan-ai/*"], providers: ["openai", "acme"] };
  expect(JSON.parse(json.stdout)[1]).toMatchObject(shown);
  for (const { stdout, stderr } of [made, listed, json])
    expect(stdout + stderr).not.toMatch(/sk-openai|acme-2/);
});

test("a key can be made before the first start, which then prints none", async () => {
  const data = temporaryFolder();
  const { stdout } = await keysOf(data)("create", "--name", "me");
  expect(stdout).toMatch(/^Key key_\w+ \(me\): submit, read\n\nToken, shown once:\n {2}mapi_\S+\n/);
  expect((await serve(data)).token).toBeNull();
});

test.each([
  [["create"], 64, "required option '--name <name>' not specified"],
  [
    ["create", "--name", "x", "--scopes", "sumbit"],
    64,
    'error: --scopes must be of submit, read, admin; got "sumbit". Did you mean submit?',
  ],
  [
    ["create", "--name", "x", "--expires", "soon"],
    64,
    "error: --expires must be a duration such as 30d, or a date",
  ],
  [
    ["create", "--name", "x", "--rate-limit", "fast"],
    64,
    "error: --rate-limit must be so many a minute, such as 60/min",
  ],
  [
    ["create", "--name", "x", "--models", "open ai/*"],
    64,
    'error: --models must be model ids of letters, digits, "_", ".", "-" and "/"',
  ],
  [
    ["create", "--name", "x", "--provider-key", "openai=EMPTY"],
    64,
    "error: --provider-key names an environment variable EMPTY for openai that is not set, or is empty",
  ],
  [
    ["create", "--name", "x", "--provider-key", "openai"],
    64,
    "error: --provider-key must be a provider and the environment variable that holds its secret",
  ],
  [["list"], 1, "error: There is no server's data in"],
  [["usage", "--since", "yesterday"], 64, "error: --since must be so long ago, such as 30d, or a date"],
])("keys %j ends with %i: %s", async (args, code, message) => {
  const ran = await keysOf(temporaryFolder())(...args);
  expect([ran.code, ran.stdout]).toEqual([code, ""]);
  expect(ran.stderr).toContain(message);
});
