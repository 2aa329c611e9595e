import { models } from "@model-api/models";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COFFEE, EDIT } from "../harness.js";
import { WITHOUT_CHROMIUM } from "../react/chromium.js";
import { giveFile } from "./in-page.js";
import { type Scene, startScene } from "./scene.js";

const MODEL = `/models/${EDIT}`;
let scene: Scene;
beforeAll(async () => {
  if (!WITHOUT_CHROMIUM) scene = await startScene();
});
afterAll(() => scene?.close());

test.skipIf(WITHOUT_CHROMIUM)(
  "a form that was left is as it was on coming back, in another language too; after a reload without its files",
  async () => {
    const page = await scene.open(MODEL);
    await page.getByLabel("Prompt").fill("half a thought");
    await page.locator('input[type="file"]').setInputFiles(COFFEE);
    await page.getByLabel("URL of a file").fill("https://example.com/b.png");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Models", exact: true }).click();
    await page.getByText(`${models.length} models`).waitFor();
    await page.getByLabel("Language").selectOption("ru");
    await page.locator(`main a[href$="${MODEL}"]`).click();
    const names = () => page.locator(".media-name").allTextContents();
    await expect.poll(names).toEqual(["coffee.png", "b.png"]);
    expect(await page.getByLabel("Промпт").inputValue()).toBe("half a thought");
    await page.locator(".media-item img").waitFor();

    await page.reload();
    await expect.poll(names).toEqual(["b.png"]);
    expect(await page.getByLabel("Промпт").inputValue()).toBe("half a thought");
    await page.getByRole("button", { name: "Очистить" }).click();
    await page.reload();
    await page.getByLabel("Промпт").waitFor();
    expect(await page.getByLabel("Промпт").inputValue()).toBe("");
    expect(scene.troubles).toEqual([]);
  },
);

const WORDS = {
  ru: { prompt: "Поле «Промпт» нужно заполнить", file: "Здесь нужна картинка, а это text/plain" },
  zh: { prompt: "请填写“Prompt”", file: "此处应为图片，而该文件是 text/plain" },
  en: { prompt: "Prompt is required", file: "This has to be a picture; it is text/plain" },
};

test.skipIf(WITHOUT_CHROMIUM).each(Object.entries(WORDS))(
  "what is wrong is said in the language of the page: %s",
  async (locale, words) => {
    const page = await scene.open(MODEL, { locale });
    await page.locator('input[type="file"]').setInputFiles({
      name: "notes.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("no picture"),
    });
    await page.locator("form .primary").click();
    const problem = page.getByText(words.prompt).first();
    await problem.waitFor();
    expect(await problem.getAttribute("lang")).toBeNull();
    await page.locator(".media-item").getByText(words.file).waitFor();
    expect(await page.locator(`form [lang="en"].problem`).count()).toBe(0);
  },
);

test.skipIf(WITHOUT_CHROMIUM)(
  "what the bytes of a file tell is said in the language of the page too, at the file",
  async () => {
    const page = await scene.open("/models/bytedance/seedream-5.0-pro/image-to-image", { locale: "ru-RU" });
    const narrow = { width: 10, height: 100, channels: 3, background: "red" } as const;
    await page.locator('input[type="file"]').setInputFiles([
      {
        name: "narrow.png",
        mimeType: "image/png",
        buffer: await sharp({ create: narrow }).png().toBuffer(),
      },
      { name: "lies.png", mimeType: "image/png", buffer: Buffer.from("RIFF\0\0\0\0WAVEfmt ") },
    ]);
    await page.locator("textarea").first().fill("x");
    await page.locator("form .primary").click();
    await page.locator(".media-item").first().getByText("Ширина в пикселях: нужно > 14").waitFor();
    await page.locator(".media-item").last().getByText("Здесь нужна картинка, а это audio/wav").waitFor();
    expect(await page.locator('form [lang="en"].problem').count()).toBe(0);
  },
);

test.skipIf(WITHOUT_CHROMIUM)(
  "a picture of another host is named with its host and not loaded, and one that is a part of the input is shown",
  async () => {
    for (const [locale, words] of [
      ["en-US", "From pictures.example:8443; pictures of other hosts are not loaded here"],
      ["ru-RU", "С pictures.example:8443; картинки с других серверов здесь не загружаются"],
      ["zh-CN", "来自 pictures.example:8443；此处不加载其他主机的图片"],
    ] as const) {
      const page = await scene.open(MODEL, { locale });
      await page.locator('input[type="url"]').fill("https://pictures.example:8443/a/cup.png");
      await page.keyboard.press("Enter");
      const row = page.locator(".media-item");
      await row.getByText(words).waitFor();
      expect(await row.locator("img").count()).toBe(0);
      expect(await row.locator(".thumb.elsewhere").count()).toBe(1);
      await giveFile(page, "drop", "own.png");
      await page.locator(".media-item img").waitFor();
      await page.context().close();
    }
    expect(scene.troubles).toEqual([]);
  },
);

test.skipIf(WITHOUT_CHROMIUM)(
  "what only the server can tell is in English and marked so, under a title in the page's language",
  async () => {
    const page = await scene.open(`${MODEL}?request=req_that_is_not_there`, { locale: "ru-RU" });
    const alert = page.getByRole("alert").filter({ hasText: "Этого нет или уже нет" });
    await alert.waitFor();
    expect(await alert.locator('[lang="en"]').textContent()).toContain("req_that_is_not_there");
    await page.getByText("Ввода этого запроса больше нет").waitFor();
  },
);

test.skipIf(WITHOUT_CHROMIUM)("signing out forgets what stands in forms", async () => {
  const page = await scene.open(MODEL);
  await page.getByLabel("Prompt").fill("a secret plan");
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: /^Sign out/ }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(await page.evaluate("JSON.stringify({ ...sessionStorage })")).toBe("{}");
});
