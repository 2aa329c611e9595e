import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { examples } from "@model-api/models/openai/gpt-image-2/edit";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COFFEE, call, cleanUp, EDIT, runCli, type Served, serve, temporaryFolder } from "./harness.js";

const PROMPT = examples[0]?.input.prompt ?? "";

let served: Served;
let out: string;
beforeAll(async () => {
  out = temporaryFolder();
  served = await serve(temporaryFolder());
});
afterAll(cleanUp);

test("the page's example: a photograph goes in through the CLI, the edited picture comes out", async () => {
  const dir = join(out, "example");
  const { code, stdout, stderr } = await runCli(
    ["run", EDIT, "--prompt", PROMPT, "--images", COFFEE, "--output-dir", dir],
    served.env,
  );
  expect(stderr).toContain("completed");
  expect(code).toBe(0);
  const path = stdout.trim();
  expect(path.startsWith(dir)).toBe(true);
  const picture = sharp(readFileSync(path));
  expect(await picture.metadata()).toMatchObject({ format: "png", width: 1248, height: 832 });
  // The dark wood of the photograph's corner has become the sweep.
  const corner = await sharp(readFileSync(path))
    .extract({ left: 0, top: 0, width: 40, height: 40 })
    .toBuffer();
  const { channels } = await sharp(corner).stats();
  for (const { mean } of channels.slice(0, 3)) expect(mean).toBeGreaterThan(200);
});

test("--json prints one object: the files, and what the engine did and left", async () => {
  const dir = join(out, "json");
  const prompt = `${PROMPT}; make the coffee levitate`;
  const { code, stdout } = await runCli(
    ["run", EDIT, "--prompt", prompt, "--images", COFFEE, "--output-dir", dir, "--json"],
    served.env,
  );
  expect(code).toBe(0);
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({
    status: "completed",
    model: EDIT,
    engineReport: { engine: "local" },
    files: [{ kind: "image" }],
  });
  expect(existsSync(result.files[0].path)).toBe(true);
  expect(result.engineReport.applied.length).toBeGreaterThan(2);
  expect(JSON.stringify(result.engineReport.ignored)).toContain("levitate");
});

test("size and format are exactly what was asked", async () => {
  const dir = join(out, "webp");
  const flags = ["--aspect-ratio", "16:9", "--resolution", "2k", "--output-format", "webp"];
  const { code, stdout, stderr } = await runCli(
    ["run", EDIT, "--prompt", PROMPT, "--images", COFFEE, ...flags, "--output-dir", dir],
    served.env,
  );
  expect(stderr).not.toContain("error");
  expect(code).toBe(0);
  expect(await sharp(readFileSync(stdout.trim())).metadata()).toMatchObject({
    format: "webp",
    width: 2736,
    height: 1536,
  });
});

test("status, result, cancel and models, for a request of another process", async () => {
  const image = `data:image/png;base64,${readFileSync(COFFEE).toString("base64")}`;
  const { body } = await call(served, "POST", `/v1/models/${EDIT}`, { prompt: "sharpen", images: [image] });
  const id = body.request_id;
  for (let tries = 0; tries < 600; tries++) {
    const { stdout } = await runCli(["status", id], served.env);
    if (stdout.trim() === "completed") break;
    expect(stdout.trim()).toMatch(/^in_queue|^in_progress/);
  }
  const dir = join(out, "later");
  const result = await runCli(["result", id, "--output-dir", dir], served.env);
  expect(result.code).toBe(0);
  expect(readdirSync(dir)).toHaveLength(1);
  const cancel = await runCli(["cancel", id, "--json"], served.env);
  expect(cancel.code).toBe(1);
  expect(JSON.parse(cancel.stdout)).toEqual({ requestId: id, outcome: "not_cancellable" });
  const models = await runCli(["models", "--json"], served.env);
  expect(JSON.parse(models.stdout).map((model: { model_id: string }) => model.model_id)).toContain(EDIT);
});

test("a failed run is an error of the request, with what to do about it", async () => {
  const image = `data:image/png;base64,${Buffer.from("not a picture").toString("base64")}`;
  const input = JSON.stringify({ prompt: "x", images: [image] });
  const { code, stderr, stdout } = await runCli(["run", EDIT, "--input", input], served.env);
  expect(code).toBe(1);
  expect(stderr).toMatch(/error: Request req_\S+ failed: .*image/);
  expect(stdout).toBe("");
});
