import { afterAll, beforeAll, expect, test } from "vitest";
import { WITHOUT_CHROMIUM } from "../react/chromium.js";
import { type Scene, startScene } from "./scene.js";

let scene: Scene;
beforeAll(async () => {
  if (!WITHOUT_CHROMIUM) scene = await startScene({ flags: ["--simulate", "fail"] });
});
afterAll(() => scene?.close());

test.skipIf(WITHOUT_CHROMIUM)("a run that fails says why, in the server's words", async () => {
  const page = await scene.open("/models/openai/gpt-image-2/text-to-image");
  await page.getByLabel("Prompt").fill("a cup");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  const result = page.getByRole("region", { name: "Result" });
  await result.locator(".state.failed").waitFor();
  await result.getByText(/This failure is simulated/).waitFor();
  expect(await result.getByAltText("What the model made").count()).toBe(0);
  expect(scene.troubles).toEqual([]);
});
