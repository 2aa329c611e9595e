import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { COFFEE, cleanUp, EDIT, listen, runCli, temporaryFolder, VIDEO } from "./harness.js";

let folder: string;
let service: Awaited<ReturnType<typeof listen>>;
let env: Record<string, string>;
beforeEach(async () => {
  folder = temporaryFolder();
  service = await listen((_, response) => response.writeHead(500).end());
  env = { RUNCOMFY_MODEL_API_BASE: service.url, RUNCOMFY_TOKEN: "secret-token" };
});
afterEach(cleanUp);

const GOOD = ["--prompt", "x", "--images", COFFEE];

/** Each is refused before anything is sent: exit code, and what the message has to say. */
/** Asks whether the server takes uploads, once there is a file to send and no answer has told. It costs nothing. */
const PROBE = "GET /v1/models/categories";

const REFUSED: [name: string, args: string[], code: number, says: (string | RegExp)[]][] = [
  [
    "a near miss of an enum",
    [EDIT, ...GOOD, "--aspect-ratio", "16x9"],
    65,
    ["--aspect-ratio must be one of 1:1, 3:2", 'got "16x9"', "did you mean 16:9?", "nothing was sent"],
  ],
  ["a missing field", [EDIT, "--images", COFFEE], 65, ["--prompt is required"]],
  ["no flags at all", [EDIT], 65, ["--prompt is required", "--images is required"]],
  [
    "too many images",
    [EDIT, "--prompt", "x", "--images", ...Array(11).fill(COFFEE)],
    65,
    ["--images must have at most 10 items; got 11"],
  ],
  [
    "a file that is not there",
    [EDIT, "--prompt", "x", "--images", "none.png"],
    65,
    ["--images[0] none.png: no such file"],
  ],
  [
    "a file that is no image",
    [EDIT, "--prompt", "x", "--images", "package.json"],
    65,
    [/--images\[0\] is no image file; its bytes are of no media type that is known \(package\.json\)/],
  ],
  [
    "a file that is over the limit",
    [EDIT, "--prompt", "x", "--images", "huge.png"],
    65,
    [/images\.0|--images\[0\]/, "9.0 MiB", "at most 8.0 MiB"],
  ],
  [
    "a number that is none",
    [VIDEO, "--prompt", "x", "--image-url", COFFEE, "--duration", "long"],
    65,
    ["--duration", 'got "long"'],
  ],
  [
    "a number that is not allowed",
    [VIDEO, "--prompt", "x", "--image-url", COFFEE, "--duration", "60"],
    65,
    ["--duration must be one of 2, 3", "got 60"],
  ],
  [
    "an unknown field in --input",
    [EDIT, ...GOOD, "--input", '{"promt": "y"}'],
    65,
    ["promt is not a field of this model; did you mean prompt?"],
  ],
  ["--input that is no JSON", [EDIT, "--input", "{"], 65, ["--input is not JSON"]],
  ["--input that is no object", [EDIT, "--input", "[]"], 65, ["--input must hold a JSON object"]],
  [
    "an --input-file that is not there",
    [EDIT, "--input-file", "none.json"],
    65,
    ["--input-file none.json cannot be read"],
  ],
  [
    "an unknown model",
    ["openai/gpt-image-2/edti", ...GOOD],
    65,
    ["there is no model openai/gpt-image-2/edti", `did you mean ${EDIT}`, "nothing was sent"],
  ],
  [
    "a flag that does not exist",
    [EDIT, ...GOOD, "--promt", "x"],
    64,
    ["unknown option '--promt'", "--prompt"],
  ],
  ["a prompt without quotes", [EDIT, "--prompt", "x", "y", "--images", COFFEE], 64, ["too many arguments"]],
  [
    "a timeout that is no number",
    [EDIT, ...GOOD, "--timeout", "soon"],
    64,
    ["--timeout must be a number of seconds"],
  ],
];

test.each(REFUSED)("%s", async (_, args, code, says) => {
  writeFileSync(join(folder, "package.json"), "{}");
  const png = Buffer.alloc(9 * 2 ** 20);
  png.write("\x89PNG\r\n\x1a\n", "latin1");
  writeFileSync(join(folder, "huge.png"), png);
  const exit = await runCli(["run", ...args], env, folder);
  for (const words of says)
    expect(exit.stderr).toMatch(words instanceof RegExp ? words : new RegExp(literal(words)));
  expect(exit.code).toBe(code);
  expect(exit.stdout).toBe("");
  expect(exit.stderr).not.toContain("at file:");
  expect(service.calls.filter((call) => call !== PROBE)).toEqual([]);
});

test("a live schema that is newer than the installed one is no wall: --no-validate sends fields, values and models that are not known", async () => {
  const flags = ["--aspect-ratio", "32:9", "--input", '{"new_field": true}', "--no-validate"];
  await runCli(["run", EDIT, ...GOOD, ...flags], env);
  await runCli(["run", "acme/new/model", "--input", "{}", "--no-validate"], env);
  expect(service.calls).toEqual([PROBE, `POST /v1/models/${EDIT}`, "POST /v1/models/acme/new/model"]);
  const refused = await runCli(["run", EDIT, ...GOOD, "--aspect-ratio", "32:9"], env);
  expect(refused.stderr).toContain("insist with --no-validate");
});

test("no token: says so, and how to get one", async () => {
  const exit = await runCli(["run", EDIT, ...GOOD], { RUNCOMFY_MODEL_API_BASE: service.url });
  expect(exit.code).toBe(77);
  expect(exit.stderr).toMatch(/no API token[\s\S]*RUNCOMFY_TOKEN[\s\S]*model-api serve/);
  expect(service.calls).toEqual([]);
});

test("a wrong token: says so, and never shows it", async () => {
  const refusing = await listen((request, response) => {
    const error_message = `unknown token in "${request.headers.authorization}"`;
    response
      .writeHead(401, { "content-type": "application/json" })
      .end(JSON.stringify({ error_code: 400004, error_message }));
  });
  const exit = await runCli(["run", EDIT, ...GOOD], { ...env, RUNCOMFY_MODEL_API_BASE: refusing.url });
  expect(exit.code).toBe(77);
  expect(exit.stderr).toContain("unknown token");
  expect(exit.stderr).toContain("RUNCOMFY_TOKEN");
  expect(exit.stderr + exit.stdout).not.toContain("secret-token");
});

test("a server that fails after the submit was sent: one submit, and a warning that it may be charged", async () => {
  const exit = await runCli(["run", EDIT, ...GOOD], env);
  expect(exit.code).toBe(1);
  expect(exit.stderr).toContain("may be charged");
  expect(service.calls).toEqual([PROBE, `POST /v1/models/${EDIT}`]);
});

test("a server that is not there", async () => {
  const exit = await runCli(["models"], { ...env, RUNCOMFY_MODEL_API_BASE: "http://127.0.0.1:9" });
  expect(exit.code).toBe(69);
  expect(exit.stderr).toContain("the connection failed: Error: bad port");
});

test.each([
  [["--help"], "model-api run"],
  [["run", "--help"], "<model>"],
  [["--version"], /^\d+\.\d+\.\d+/],
  [["serve", "--help"], "--port"],
])("%j is answered on stdout with 0", async (args, says) => {
  const exit = await runCli(args, {});
  expect([exit.code, exit.stderr]).toEqual([0, ""]);
  expect(exit.stdout).toMatch(says);
});

test("help of a model shows its fields with types, choices, limits and defaults", async () => {
  const { stdout } = await runCli(["run", EDIT, "--help"], {});
  for (const words of [
    "--prompt <text>",
    "--images <file or URL> …",
    "1 to 10 values.",
    "--aspect-ratio 1:1|3:2",
    "the ratio nearest to that of the first image",
    "--resolution 1k|2k|4k",
    'When left out: "1k".',
    "--output-dir",
  ]) {
    expect(stdout).toContain(words);
  }
  expect(stdout.split("\n").every((line) => line.length <= 100)).toBe(true);
  const video = await runCli(["run", VIDEO, "--help"], {});
  expect(video.stdout).toContain("--enable-prompt-expansion (or --no-…)");
});

test.each([[[]], [["frobnicate"]], [["run"]], [["run", "--json", EDIT]], [["status"]]])(
  "%j is a usage error",
  async (args) => {
    const exit = await runCli(args, env);
    expect(exit.code).toBe(64);
    expect(service.calls).toEqual([]);
  },
);

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
