import { readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COFFEE, EDIT } from "../harness.js";
import { WITHOUT_CHROMIUM } from "../react/chromium.js";
import { clipboardText, focusedName, giveFile, shiftsOn, tokenOf, watchShifts } from "./in-page.js";
import { fillExample, type Scene, startScene } from "./scene.js";

const MODEL = `/models/${EDIT}`;
let scene: Scene;
beforeAll(async () => {
  if (!WITHOUT_CHROMIUM) scene = await startScene({ flags: ["--simulate", "latency=2s"] });
});
afterAll(() => scene?.close());

test.skipIf(WITHOUT_CHROMIUM)(
  "the page's example runs from picking a photograph to the picture on screen, and nothing on the page jumps",
  async () => {
    const page = await scene.open(MODEL);
    await fillExample(page, COFFEE);
    const result = page.getByRole("region", { name: "Result" });
    const stage = result.locator(".stage");
    const before = await stage.boundingBox();
    await watchShifts(page);
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await result.locator(".state.in_progress").waitFor();
    await result.getByText(/so far$/).waitFor();
    const picture = result.getByAltText("What the model made");
    await picture.waitFor();
    expect(await stage.boundingBox()).toEqual(before);
    await result.getByText(/^1,?248 × 832 · PNG · [\d.]+ MB$|^1248 × 832 · PNG · .*B$/).waitFor();

    expect(await shiftsOn(page)).toEqual([]);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      result.getByRole("link", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^openai-gpt-image-2-edit-[\w-]+\.png$/);
    const made = sharp(readFileSync(await download.path()));
    expect(await made.metadata()).toMatchObject({ width: 1248, height: 832, format: "png" });

    // The slider uncovers what was sent, and works by keys.
    const slider = result.getByRole("slider", { name: "Before" });
    await slider.focus();
    await page.keyboard.press("End");
    expect(await result.getByAltText("The picture as it was").getAttribute("style")).toBe(
      "clip-path: inset(0px 0% 0px 0px);",
    );
    expect(scene.troubles).toEqual([]);
  },
);

test.skipIf(WITHOUT_CHROMIUM)(
  "a page that is loaded again in the middle of a run goes on, with what was sent",
  async () => {
    const page = await scene.open(MODEL);
    await fillExample(page, COFFEE);
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.waitForURL(/request=/);
    await page.reload();
    const result = page.getByRole("region", { name: "Result" });
    await result.getByAltText("What the model made").waitFor();
    await result.getByAltText("The picture as it was").waitFor({ state: "attached" });
    expect(await page.getByLabel("Prompt").inputValue()).toContain("OPEN STUDIO");
    expect(await page.locator(".media-item img").count()).toBe(1);

    // One submit was made, and the link alone shows the same run elsewhere.
    const id = new URL(page.url()).searchParams.get("request");
    const token = await tokenOf(page);
    const listed = await fetch(`${scene.served.url}/v1/requests?limit=100`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { requests } = (await listed.json()) as { requests: { request_id: string }[] };
    expect(requests.map(({ request_id }) => request_id)).toEqual([id, expect.any(String)]);
    const other = await scene.open(`${MODEL}?request=${id}`);
    await other.getByAltText("What the model made").waitFor();
    expect(scene.troubles).toEqual([]);
  },
);

test.skipIf(WITHOUT_CHROMIUM)("what is wrong is told at its field before anything is sent", async () => {
  const page = await scene.open(MODEL);
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByText("Prompt is required").waitFor();
  await page.getByText("Images is required").waitFor();
  expect(await focusedName(page)).toBe("prompt");
  expect(sent).toEqual([]);
});

test.skipIf(WITHOUT_CHROMIUM)(
  "pictures are dropped, pasted, named by URL, put in another order, and counted to the limit",
  async () => {
    const page = await scene.open(MODEL);
    const give = (how: "drop" | "paste", name: string) => giveFile(page, how, name);
    await give("drop", "dropped.png");
    await give("paste", "pasted.png");
    await page.getByLabel("URL of a file").fill("https://example.com/linked.webp");
    await page.keyboard.press("Enter");
    const names = () => page.locator(".media-name").allTextContents();
    await expect.poll(names).toEqual(["dropped.png", "pasted.png", "linked.webp"]);
    await page.getByRole("button", { name: "Move linked.webp up" }).click();
    await expect.poll(names).toEqual(["dropped.png", "linked.webp", "pasted.png"]);
    for (let count = 3; count < 10; count++) await give("drop", `${count}.png`);
    await page.getByText("10 of 10").waitFor();
    // A picture from elsewhere is not fetched by the page.
    expect(await page.locator('input[type="file"]').count()).toBe(0);
    expect(scene.troubles).toEqual([]);
  },
);

test.skipIf(WITHOUT_CHROMIUM)("what is copied as code is what stands in the form", async () => {
  const page = await scene.open(MODEL);
  const prompt = `it's "quoted" $HOME \`id\`\nand more`;
  await page.getByLabel("Prompt").fill(prompt);
  await page.getByText("Copy as code").click();
  const choose = (name: string) => page.locator(".copy-as").getByRole("radio", { name }).check();
  await choose("JSON");
  await page.getByRole("button", { name: "Copy: This run as code" }).click();
  await page.getByText("Copied").waitFor();
  expect(JSON.parse(await clipboardText(page))).toEqual({ prompt });
  await choose("curl");
  expect(await page.getByRole("region", { name: "This run as code" }).textContent()).toContain(
    `${scene.served.url}/v1/models/${EDIT}`,
  );
});

test.skipIf(WITHOUT_CHROMIUM)(
  "a run goes on while there is no network, and two tabs follow the same one",
  async () => {
    const page = await scene.open(MODEL);
    await fillExample(page, COFFEE);
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.waitForURL(/request=/);
    const second = await page.context().newPage();
    await second.goto(page.url());
    await page.context().setOffline(true);
    await page.getByText("There is no network.").waitFor();
    await page.context().setOffline(false);
    for (const tab of [page, second]) await tab.getByAltText("What the model made").waitFor();
    const id = new URL(page.url()).searchParams.get("request");
    expect(new URL(second.url()).searchParams.get("request")).toBe(id);
  },
);
