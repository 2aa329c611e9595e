import { afterAll, beforeAll, expect, test } from "vitest";
import { call } from "../harness.js";
import { WITHOUT_CHROMIUM } from "../react/chromium.js";
import { type Scene, startScene } from "./scene.js";

const TEXT = "openai/gpt-image-2/text-to-image";
let scene: Scene;
beforeAll(async () => {
  if (!WITHOUT_CHROMIUM)
    scene = await startScene({ flags: ["--concurrency", "1", "--simulate", "latency=6s"] });
});
afterAll(() => scene?.close());

test.skipIf(WITHOUT_CHROMIUM)(
  "a run that waits is cancelled, and the page says that nothing is charged",
  async () => {
    await call(scene.served, "POST", `/v1/models/${TEXT}`, { prompt: "first" });
    const page = await scene.open(`/models/${TEXT}`);
    await page.getByLabel("Prompt").fill("second");
    await page.getByRole("button", { name: "Run", exact: true }).click();
    const result = page.getByRole("region", { name: "Result" });
    await result.getByText(/^\d requests? ahead$/).waitFor();
    await result.getByRole("button", { name: "Cancel the run" }).click();
    await result.getByText(/cancelled\. Nothing was run and nothing is charged/).waitFor();
    await result.locator(".state.cancelled").waitFor();
    expect(await result.getByRole("button", { name: "Cancel the run" }).count()).toBe(0);
  },
);

test.skipIf(WITHOUT_CHROMIUM)(
  "a run that has begun is not, and the page says so and shows its end",
  async () => {
    const page = await scene.open(`/models/${TEXT}`);
    await page.getByLabel("Prompt").fill("third");
    await page.getByRole("button", { name: "Run", exact: true }).click();
    const result = page.getByRole("region", { name: "Result" });
    await result.locator(".state.in_progress").waitFor();
    await result.getByRole("button", { name: "Cancel the run" }).click();
    await result.getByText(/too late to cancel/).waitFor();
    await result.getByAltText("What the model made").waitFor();
    expect(scene.troubles).toEqual([]);
  },
);
