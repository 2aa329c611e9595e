import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { temporaryFolder } from "../harness.js";
import { serveInWorkerd } from "../workerd.js";
import type { EdgeCall } from "./edge-worker.js";
import { closeAfterEach, closeLater, openScene } from "./scene.js";

closeAfterEach();

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
  const worker = await serveInWorkerd(folder, { compatibilityDate: "2024-09-01" });
  closeLater(worker.stop);
  return async (call: EdgeCall) => (await worker.post(call)) as Record<string, unknown>;
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
