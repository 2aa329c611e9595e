import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { temporaryFolder } from "../harness.js";
import type { EdgeCall } from "./edge-worker.js";
import { closeAfterEach, closeLater, openScene } from "./scene.js";

closeAfterEach();

const { default: WORKERD } = createRequire(import.meta.url)("workerd") as { default: string };

const configOf = (port: number) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .w), (name = "internet", network = (allow = ["public", "private", "local"]))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const w :Workerd.Worker = (modules = [(name = "w.js", esModule = embed "w.js")], compatibilityDate = "2024-09-01");
`;

/** Serves `edge-worker.ts` in workerd; gives what calls it. */
async function startWorker() {
  const folder = temporaryFolder();
  await build({
    entryPoints: [fileURLToPath(new URL("edge-worker.ts", import.meta.url))],
    outfile: join(folder, "w.js"),
    bundle: true,
    format: "esm",
    platform: "neutral",
    // The SDK's own gateway has an entry without Node under the last of them.
    conditions: ["workerd", "worker", "browser"],
    mainFields: ["module", "main"],
  });
  const port = await freePort();
  const config = join(folder, "config.capnp");
  writeFileSync(config, configOf(port));
  const child = spawn(WORKERD, ["serve", config, "--control-fd=1"], { stdio: ["ignore", "pipe", "inherit"] });
  const gone = once(child, "exit");
  closeLater(async () => {
    child.kill();
    await gone;
  });
  const died = gone.then(([code]) => Promise.reject(new Error(`workerd ended with ${code}`)));
  died.catch(() => {});
  await Promise.race([once(createInterface({ input: child.stdout }), "line"), died]);
  return async (call: EdgeCall): Promise<Record<string, unknown>> => {
    const response = await fetch(`http://127.0.0.1:${port}`, { method: "POST", body: JSON.stringify(call) });
    const text = await response.text();
    if (!response.ok) throw new Error(`workerd: ${text}`);
    return JSON.parse(text);
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test("in an edge runtime a picture is made, and a video is started in one request and finished in another", async () => {
  const { tap, token, engine } = await openScene();
  const call = await startWorker();
  const api = { baseUrl: tap.url, token };
  const { mediaType, operation } = await call(api);
  expect(mediaType).toBe("image/png");
  expect(engine.begun[0]?.input.images).toEqual([expect.stringMatching(/^http/)]);
  await expect
    .poll(async () => (await call({ ...api, operation: operation as never })).status)
    .toBe("completed");
});
