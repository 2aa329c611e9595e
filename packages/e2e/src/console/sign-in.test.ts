import { afterAll, beforeAll, expect, test } from "vitest";
import { WITHOUT_CHROMIUM } from "../react/chromium.js";
import { storedBy } from "./in-page.js";
import { type Scene, startScene } from "./scene.js";

let scene: Scene;
beforeAll(async () => {
  // A server with a publicUrl may be reached by others, and hands nobody a key.
  if (!WITHOUT_CHROMIUM) scene = await startScene({ flags: ["--public-url", "https://models.example"] });
});
afterAll(() => scene?.close());

test.skipIf(WITHOUT_CHROMIUM)(
  "where others reach the server a person signs in, and the key stays out of every address",
  async () => {
    const page = await scene.open("/keys");
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    const field = page.getByLabel("API key");
    const submit = page.getByRole("button", { name: "Sign in" });
    await submit.click();
    await page.getByText("Enter a key.").waitFor();
    await field.fill("mapi_wrong");
    await submit.click();
    await page.getByText("does not know that key").waitFor();

    const urls: string[] = [];
    page.on("request", (request) => urls.push(request.url()));
    await field.fill(String(scene.served.token));
    await submit.click();
    await page.getByRole("heading", { name: "API keys" }).waitFor();
    expect(urls.join("\n")).not.toContain(String(scene.served.token));
    const kept = await storedBy(page);
    expect(kept).not.toContain(String(scene.served.token));
    // It was kept in memory alone.
    await page.reload();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  },
);

test.skipIf(WITHOUT_CHROMIUM)(
  "a key is kept for the tab where that is asked for, and forgotten by signing out",
  async () => {
    const page = await scene.open("/settings");
    await page.getByLabel("API key").fill(String(scene.served.token));
    await page.getByLabel("Stay signed in").check();
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Settings" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Settings" }).waitFor();
    await page.getByRole("button", { name: /^Sign out/ }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await storedBy(page)).toBe('[{},{},""]');
  },
);
