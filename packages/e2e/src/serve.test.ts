import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startPostgres, type TestPostgres } from "../../server/src/testing/postgres.js";
import { startS3, type TestS3 } from "../../server/src/testing/s3.js";
import { COFFEE, call, cleanUp, EDIT, runCli, serve, temporaryFolder, until } from "./harness.js";

let postgres: TestPostgres;
let s3: TestS3;
beforeAll(async () => {
  [postgres, s3] = await Promise.all([startPostgres(), startS3()]);
});
afterAll(() => Promise.all([postgres?.stop(), s3?.stop()]));
afterEach(cleanUp);

const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
const PROMPT = "Add a headline that reads 'A SECRET PLAN'";
const PLACEHOLDER = "openai/gpt-image-2/text-to-image";

test("settings come from flags, the environment and the file, in this order", async () => {
  const cwd = temporaryFolder();
  writeFileSync(
    join(cwd, "model-api.config.json"),
    JSON.stringify({ publicUrl: "https://file.example", corsOrigins: ["https://file.example"] }),
  );
  const env = { MODEL_API_PUBLIC_URL: "https://env.example", MODEL_API_METRICS: "off" };
  const served = await serve(join(cwd, "data"), { cwd, env, flags: ["--metrics", "open"] });
  const { body } = await call(served, "POST", `/v1/models/${PLACEHOLDER}`, { prompt: "x" });
  expect(body).toMatchObject({ status_url: expect.stringMatching(/^https:\/\/env\.example\/v1/) });
  const page = await fetch(`${served.url}/healthz`, { headers: { origin: "https://file.example" } });
  expect(page.headers.get("access-control-allow-origin")).toBe("https://file.example");
  expect((await fetch(`${served.url}/metrics`)).status).toBe(200);
});

test("a configuration that is wrong ends with code 64, and every problem with its source", async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, "c.json"), JSON.stringify({ retenton: "7d", postgresUrl: "mysql://u:hunter2@h" }));
  const env = { MODEL_API_CONCURRENCY: "many" };
  const { code, stdout, stderr } = await runCli(["serve", "--config", "c.json", "--port", "x"], env, cwd);
  expect([code, stdout]).toEqual([64, ""]);
  expect(stderr).toContain('--port must be a whole number, at least 0, at most 65535; got "x"');
  expect(stderr).toContain(
    'MODEL_API_CONCURRENCY must be a whole number, at least 1, at most 1000; got "many"',
  );
  expect(stderr).toContain("c.json: retenton is not a setting. Did you mean retention?");
  expect(stderr).toContain("c.json: postgresUrl must be a URL such as");
  expect(stderr).not.toContain("hunter2");
});

test("a secret is no flag", async () => {
  const { code, stderr } = await runCli(
    ["serve", "--s3-secret-access-key", "hunter2"],
    {},
    temporaryFolder(),
  );
  expect(code).toBe(64);
  expect(stderr).toContain(
    "--s3-secret-access-key must be said by MODEL_API_S3_SECRET_ACCESS_KEY or in the file",
  );
  expect(stderr).not.toContain("hunter2");
});

test("where others reach it, it does not start before there is a key", async () => {
  const data = temporaryFolder();
  const args = ["serve", "--host", "0.0.0.0", "--port", "0", "--data", data];
  const refused = await runCli(args, {}, data);
  expect([refused.code, refused.stdout]).toEqual([64, ""]);
  expect(refused.stderr).toContain("model-api keys create --name");

  const made = await runCli(["keys", "create", "--name", "me", "--data", data, "--json"], {}, data);
  const { token } = JSON.parse(made.stdout);
  const served = await serve(data, { flags: ["--host", "0.0.0.0"], token });
  expect(served.token).toBeNull();
  const local = { ...served, url: served.url.replace("0.0.0.0", "127.0.0.1") };
  expect((await call(local, "GET", "/v1/models")).status).toBe(200);
  // Nobody reads metrics there without a key for it.
  expect((await fetch(`${local.url}/metrics`)).status).toBe(401);
});

test("logs are JSON lines on stderr, with neither tokens nor prompts, unless prompts are asked for", async () => {
  for (const flags of [[], ["--log-prompts"]]) {
    const served = await serve(temporaryFolder(), { flags });
    const { body } = await call(served, "POST", `/v1/models/${PLACEHOLDER}?x=${served.token}`, {
      prompt: PROMPT,
    });
    await until("completed", async () => {
      const status = await call(served, "GET", `/v1/requests/${body.request_id}/status`);
      return status.body.status === "completed";
    });
    await served.kill("SIGTERM");
    const { stderr } = await served.exit;
    const lines = stderr
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const submit = lines.find((line) => line.operation === "submitRequest");
    expect(submit).toMatchObject({ msg: "call", status: 200, requestId: body.request_id });
    for (const msg of ["claimed", "completed"])
      expect(lines).toContainEqual(
        expect.objectContaining({ msg, requestId: body.request_id, engine: "local" }),
      );
    expect(stderr).not.toContain(String(served.token));
    expect(stderr.includes("SECRET PLAN")).toBe(flags.length > 0);
  }
});

test("--log-format text is a line an event for people", async () => {
  const served = await serve(temporaryFolder(), { flags: ["--log-format", "text"] });
  await call(served, "GET", "/v1/models");
  await served.kill("SIGTERM");
  const { code, stderr } = await served.exit;
  expect(stderr).toMatch(/^[\d:.]{12} INFO {2}call operation=listModels status=200 ms=\S+ keyId=key_\w+$/m);
  expect(code).toBe(0);
});

test("a signal lets running work end within the grace, and a second one does not wait", async () => {
  const submitted = async (data: string, grace: string) => {
    const served = await serve(data, {
      flags: ["--shutdown-grace", grace, "--simulate", "latency=3s"],
    });
    const { body } = await call(served, "POST", `/v1/models/${PLACEHOLDER}`, { prompt: "x" });
    const state = async () =>
      (await call(served, "GET", `/v1/requests/${body.request_id}/status`)).body.status;
    await until("in progress", async () => (await state()) === "in_progress");
    return { served, id: body.request_id };
  };

  const folder = temporaryFolder();
  const patient = await submitted(folder, "1m");
  await patient.served.kill("SIGTERM");
  expect((await patient.served.exit).code).toBe(0);
  const after = await serve(folder, { token: patient.served.token ?? "" });
  expect((await call(after, "GET", `/v1/requests/${patient.id}/status`)).body.status).toBe("completed");

  const hasty = await submitted(temporaryFolder(), "1m");
  const began = performance.now();
  hasty.served.child.kill("SIGTERM");
  await until(
    "it is stopping",
    async () =>
      await fetch(hasty.served.url).then(
        () => false,
        () => true,
      ),
  );
  hasty.served.child.kill("SIGTERM");
  expect((await hasty.served.exit).code).toBe(143);
  expect(performance.now() - began).toBeLessThan(2500);
});

test("with Postgres, one process answers and another works; a worker answers nobody but those who watch it", async () => {
  const env = { MODEL_API_POSTGRES_URL: await postgres.createDatabase() };
  const data = temporaryFolder();
  const alone = await runCli(["serve", "--role", "api", "--data", data], env, data);
  expect([alone.code, alone.stderr]).toEqual([64, expect.stringContaining("dataFolderShared")]);

  const shared = ["--data-folder-shared"];
  const api = await serve(data, { env, flags: [...shared, "--role", "api"] });
  const { body } = await call(api, "POST", `/v1/models/${EDIT}`, { prompt: PROMPT, images: [PIXEL] });
  const state = async () => (await call(api, "GET", `/v1/requests/${body.request_id}/status`)).body.status;
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await state()).toBe("in_queue");

  const worker = await serve(data, { env, flags: [...shared, "--role", "worker"] });
  expect(worker.token).toBeNull();
  await until("ended", async () => ["completed", "failed"].includes(await state()));
  const result = await call(api, "GET", `/v1/requests/${body.request_id}/result`);
  expect(result.body).toMatchObject({ status: "completed" });
  expect((await fetch(result.body.output.image)).status).toBe(200);

  for (const path of ["/healthz", "/readyz", "/metrics"])
    expect((await fetch(worker.url + path)).status).toBe(200);
  expect((await fetch(`${worker.url}/v1/models`)).status).toBe(404);
  expect(await (await fetch(`${worker.url}/metrics`)).text()).toContain('outcome="completed"} 1');
});

test("keys on Postgres are made, listed and revoked by its URL, and a process hears of it soon", async () => {
  const env = { MODEL_API_POSTGRES_URL: await postgres.createDatabase() };
  const data = temporaryFolder();
  const keys = async (...args: string[]) =>
    JSON.parse((await runCli(["keys", ...args, "--json"], env, data)).stdout);
  const { key_id, token } = await keys("create", "--name", "me");
  const served = await serve(data, { env, token });
  expect(served.token).toBeNull();
  expect((await call(served, "GET", "/v1/models")).status).toBe(200);
  expect(await keys("list")).toEqual([expect.objectContaining({ key_id, name: "me", state: "active" })]);
  expect(await keys("revoke", key_id)).toMatchObject({ state: "revoked" });
  await until("refused", async () => (await call(served, "GET", "/v1/models")).status === 401, 5);
});

test("a port that is taken is named", async () => {
  const { url } = await serve(temporaryFolder());
  const { port } = new URL(url);
  const { code, stderr } = await runCli(["serve", "--port", port], {}, temporaryFolder());
  expect([code, stderr]).toEqual([1, expect.stringContaining(`port ${port} of 127.0.0.1 is in use`)]);
});

test("with Postgres and a bucket, processes share nothing else; a bucket serves a single process as well", async () => {
  const bucket = {
    MODEL_API_S3_BUCKET: s3.bucket,
    MODEL_API_S3_ENDPOINT: s3.endpoint,
    MODEL_API_S3_ACCESS_KEY_ID: s3.accessKeyId,
    MODEL_API_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
  };
  const env = { ...bucket, MODEL_API_POSTGRES_URL: await postgres.createDatabase() };
  const [first, second] = [temporaryFolder(), temporaryFolder()];
  const api = await serve(first, { env, flags: ["--role", "api", "--s3-prefix", "shared"] });
  await serve(second, { env, flags: ["--role", "worker", "--s3-prefix", "shared"] });
  const alone = await serve(temporaryFolder(), { env: bucket, flags: ["--s3-prefix", "alone"] });
  for (const served of [api, alone]) {
    const { body } = await call(served, "POST", `/v1/models/${PLACEHOLDER}`, { prompt: "x" });
    const result = await until("completed", async () => {
      const answer = await call(served, "GET", `/v1/requests/${body.request_id}/result`);
      return answer.body.status === "completed" && answer.body;
    });
    expect((await fetch(result.output.image)).status).toBe(200);
  }
  expect(readdirSync(s3.folder)).toEqual(expect.arrayContaining(["alone", "shared"]));
  for (const folder of [first, second]) expect(readdirSync(folder)).toEqual([]);
});

test("what one server has recorded, another plays back when there is no service any more", async () => {
  const cwd = temporaryFolder();
  const hidden = await serve(temporaryFolder(), { flags: ["--engine", "placeholder"] });
  const secret = hidden.token ?? "";
  const flags = ["--record", "cassettes", "--upstream-url", hidden.url];
  const recorder = await serve(temporaryFolder(), { cwd, flags, env: { MODEL_API_UPSTREAM_TOKEN: secret } });
  const run = async ({ env }: { env: Record<string, string> }, prompt: string) => {
    const args = ["run", EDIT, "--prompt", prompt, "--images", COFFEE, "--output-dir", temporaryFolder()];
    const ran = await runCli(args, env, cwd);
    return { ...ran, picture: ran.code === 0 ? readFileSync(ran.stdout.trim()) : undefined };
  };
  const first = await run(recorder, "a cup");
  expect([first.code, first.stderr]).toEqual([0, expect.stringContaining("completed")]);
  await Promise.all([hidden.kill("SIGTERM"), recorder.kill("SIGTERM")]);
  expect((await recorder.exit).stderr).not.toContain(secret);

  const player = await serve(temporaryFolder(), { cwd, flags: ["--replay", "cassettes"] });
  expect((await run(player, "a cup")).picture).toEqual(first.picture);
  const missed = await run(player, "a mug");
  expect([missed.code, missed.stdout]).toEqual([65, ""]);
  expect(missed.stderr).toContain('prompt is "a mug", and "a cup" there');
});

test("engines that lack what they need say so before anything listens", async () => {
  const start = async (...flags: string[]) => {
    const { code, stderr } = await runCli(["serve", "--port", "0", ...flags], {}, temporaryFolder());
    expect(code).toBe(64);
    return stderr;
  };
  expect(await start("--engine", "upstream")).toContain("set MODEL_API_UPSTREAM_TOKEN, or RUNCOMFY_TOKEN");
  expect(await start("--engine", "replay")).toContain("set --replay or MODEL_API_REPLAY");
  expect(await start("--replay", "a", "--engine", "local")).toContain("add replay to engines");
  expect(await start("--engine", "comfyui:./none.json")).toContain("none.json");
});
