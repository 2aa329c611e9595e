// npm run demo: the page's own example, on a real photograph, over real HTTP, with nothing but Node and npm.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli, startServer } from "./lib/serve.mjs";
import { install, ROOT, turboRun } from "./lib/toolchain.mjs";

const MODEL = "openai/gpt-image-2/edit";
const OUTPUT = join(ROOT, "demo-output");

const started = Date.now();
const say = (text) => console.log(`\n[${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s] ${text}`);

install("demo");
say("Building the CLI and what it stands on …");
turboRun(["build"], { filter: "@model-api/cli...", quiet: true });

const { examples } = JSON.parse(readFileSync(join(ROOT, "schemas/models", `${MODEL}.json`), "utf8"));
const { prompt } = examples[0].input;
const dataFolder = mkdtempSync(join(tmpdir(), "model-api-demo-"));
let server;
try {
  server = await startServer(dataFolder);
  say(
    `The server listens at ${server.url}, with a fresh data folder and token. Its engine is local: free and offline.`,
  );
  mkdirSync(OUTPUT, { recursive: true });
  const args = [
    "run",
    MODEL,
    "--images",
    "packages/e2e/fixtures/coffee.png",
    "--prompt",
    prompt,
    "--output-dir",
    OUTPUT,
    // It leaves nothing in the home of whoever runs it.
    "--no-journal",
  ];
  say(`model-api run ${MODEL} --images coffee.png --prompt "${prompt.slice(0, 60)}…"`);
  const picture = await runCli(args, server);
  say("Done. The picture:");
  console.log(picture);
} finally {
  await server?.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}
