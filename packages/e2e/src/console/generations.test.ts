import { afterAll, beforeAll, expect, test } from "vitest";
import { COFFEE, EDIT, serve, temporaryFolder, until } from "../harness.js";
import { WITHOUT_CHROMIUM } from "../react/chromium.js";
import { tokenOf } from "./in-page.js";
import { fillExample, type Scene, settled, startScene } from "./scene.js";

const TEXT = "openai/gpt-image-2/text-to-image";
const data = temporaryFolder();
let scene: Scene;
let token: string;
beforeAll(async () => {
  if (WITHOUT_CHROMIUM) return;
  scene = await startScene({}, data);
  const page = await scene.open("/");
  token = await tokenOf(page);
  await page.context().close();
});
afterAll(() => scene?.close());

async function call(method: string, path: string, body?: object) {
  const answer = await fetch(scene.served.url + path, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
}

/** A request of the console's key that has ended. */
async function made(prompt: string): Promise<string> {
  const { request_id: id } = (await call("POST", `/v1/models/${TEXT}`, { prompt })).body;
  await until(
    "a request has ended",
    async () => (await call("GET", `/v1/requests/${id}/status`)).body.status === "completed",
  );
  return id as unknown as string;
}

const inputOf = async (id: string) => (await call("GET", `/v1/requests/${id}/input`)).body.input;

test.skipIf(WITHOUT_CHROMIUM)(
  "an input is used again as the server has kept it, files too, in a browser that has sent nothing",
  async () => {
    const first = await scene.open(`/models/${EDIT}`);
    await fillExample(first, COFFEE);
    await first
      .getByRole("group", { name: /^Quality/ })
      .getByRole("radio", { name: "high" })
      .check();
    await first.getByRole("button", { name: "Run", exact: true }).click();
    await first.getByAltText("What the model made").waitFor();
    const id = String(new URL(first.url()).searchParams.get("request"));
    await first.context().close();

    const page = await scene.open("/generations");
    await page.getByRole("link", { name: `Use the input of request ${id} again` }).click();
    await page.locator(".media-item img").waitFor();
    expect(await page.getByLabel("Prompt").inputValue()).toContain("OPEN STUDIO");
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.waitForURL(/request=/);
    const again = String(new URL(page.url()).searchParams.get("request"));
    expect(again).not.toBe(id);
    expect(await inputOf(again)).toEqual(await inputOf(id));
    await page.getByAltText("What the model made").waitFor();
    expect(scene.troubles).toEqual([]);
  },
);

test.skipIf(WITHOUT_CHROMIUM)(
  "the list is narrowed by model and state, shows what was made, and opens and keeps it",
  async () => {
    const id = await made("a cup");
    const page = await scene.open("/generations");
    const rows = page.locator(".row");
    await page.getByLabel("Model", { exact: true }).selectOption(TEXT);
    await page.waitForURL(/model=/);
    await expect.poll(() => rows.filter({ hasText: EDIT }).count()).toBe(0);
    const row = rows.filter({ has: page.locator(`#generation-${id}`) });
    await row.locator("img").waitFor();
    await page.getByLabel("State").selectOption("failed");
    await page.getByText("No request stands so").waitFor();
    await page.getByLabel("State").selectOption("completed");
    // The filters stand in the address.
    await page.reload();
    await row.waitFor();
    expect(await page.getByLabel("Model", { exact: true }).inputValue()).toBe(TEXT);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      row.getByRole("link", { name: `Download the result of request ${id}` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`openai-gpt-image-2-text-to-image-${id}.png`);
    await row.getByRole("link", { name: TEXT }).click();
    await page.getByAltText("What the model made").waitFor();
    expect(await page.getByLabel("Prompt").inputValue()).toBe("a cup");
    expect(scene.troubles).toEqual([]);
  },
);

test.skipIf(WITHOUT_CHROMIUM)(
  "a request is deleted once that has been confirmed, with its files, and its input cannot be opened any more",
  async () => {
    const id = await made("to be deleted");
    const { output } = (await call("GET", `/v1/requests/${id}/result`)).body as unknown as {
      output: { image: string };
    };
    const page = await scene.open("/generations");
    const opened = await scene.open(`/models/${TEXT}?from=${id}`);
    await page.getByRole("button", { name: `Delete request ${id}` }).click();
    const dialog = page.getByRole("dialog", { name: "Delete this request?" });
    await dialog.getByText("This cannot be undone.").waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    expect((await call("GET", `/v1/requests/${id}/status`)).status).toBe(200);

    await page.getByRole("button", { name: `Delete request ${id}` }).click();
    await dialog.getByRole("button", { name: "Delete" }).click();
    await page.getByText(`Request ${id} is deleted`).waitFor();
    expect(await page.locator(`#generation-${id}`).count()).toBe(0);
    expect((await call("GET", `/v1/requests/${id}/status`)).status).toBe(404);
    expect((await fetch(output.image)).status).toBe(404);
    await opened.reload();
    await opened.getByText("The input of that request is not there any more").waitFor();
    await settled(page);
    expect(scene.troubles).toEqual([]);
  },
);

test.skipIf(WITHOUT_CHROMIUM)("two tabs delete the same without a complaint", async () => {
  const id = await made("twice");
  const first = await scene.open("/generations");
  const second = await first.context().newPage();
  await second.goto(first.url());
  for (const page of [first, second]) {
    await page.getByRole("button", { name: `Delete request ${id}` }).click();
  }
  for (const page of [first, second]) {
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await page.getByText(`Request ${id} is deleted`).waitFor();
  }
});

test.skipIf(WITHOUT_CHROMIUM)(
  "after a restart of the server a page goes on with the key that it had, and a new one sees what there was",
  async () => {
    const id = await made("before the restart");
    const before = await scene.open("/generations");
    await before.locator(`#generation-${id}`).waitFor();
    const { port } = new URL(scene.served.url);
    await scene.served.kill("SIGTERM");
    const again = await serve(data, { flags: ["--port", port] });
    expect(again.url).toBe(scene.served.url);
    const after = await scene.open("/generations");
    await after.locator(`#generation-${id}`).waitFor();
    expect(await tokenOf(after)).not.toBe(token);
    // The token that the page has is not good any more; it asks for the one of this start by itself.
    expect(await tokenOf(before)).toBe(token);
    await before.getByRole("link", { name: "Settings" }).click();
    await before.getByRole("link", { name: "Generations" }).click();
    await before.getByLabel("State").selectOption("completed");
    await expect.poll(() => tokenOf(before)).toBe(await tokenOf(after));
    await before.locator(`#generation-${id}`).waitFor();
  },
);
