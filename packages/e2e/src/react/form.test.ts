import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { COFFEE, until } from "../harness.js";
import { WITHOUT_CHROMIUM } from "./chromium.js";
import { gate } from "./gate.js";
import { RUDE } from "./gate-engine.js";
import { browserWithSites } from "./in-browser.js";
import { openScene, type Scene } from "./scene.js";
import { openSite } from "./site.js";

const png = (name: string) => ({ name, mimeType: "image/png", buffer: readFileSync(COFFEE) });

describe.skipIf(WITHOUT_CHROMIUM)("a form made from a schema, in a browser", () => {
  const { browser, site, files } = browserWithSites(19);

  async function open(query = ""): Promise<Scene> {
    const scene = await openScene(browser(), site(), `scene=form${query}`);
    await scene.page.waitForSelector("form");
    return scene;
  }
  const input = async ({ page }: Scene) => JSON.parse((await page.textContent("#input")) ?? "");
  const names = ({ page }: Scene) =>
    page.locator("li").evaluateAll((items) => items.map((item) => Object(item).dataset.name));
  const alerts = ({ page }: Scene) => page.locator("[role=alert]").allTextContents();

  test("controls have their labels and descriptions, and defaults are shown and not written", async () => {
    const scene = await open();
    const prompt = scene.page.getByRole("textbox", { name: "Prompt" });
    expect(await prompt.getAttribute("aria-invalid")).toBeNull();
    const described = await prompt.getAttribute("aria-describedby");
    expect(await scene.page.textContent(`[id="${described}"]`)).toBe("What to change, and what to keep.");
    const quality = scene.page.getByRole("combobox", { name: "Quality" });
    expect(await quality.locator("option").allTextContents()).toEqual(["medium", "low", "medium", "high"]);
    expect(await input(scene)).toEqual({});
    await quality.selectOption("high");
    await prompt.fill("x");
    expect(await input(scene)).toEqual({ prompt: "x", quality: "high" });
    await quality.selectOption("");
    expect(await input(scene)).toEqual({ prompt: "x" });
  });

  test("a mistake is told when the field is left, is corrected as it is typed, and is wired to its control", async () => {
    const scene = await open();
    const prompt = scene.page.getByRole("textbox", { name: "Prompt" });
    await prompt.focus();
    expect(await alerts(scene)).toEqual([]);
    await prompt.blur();
    expect(await alerts(scene)).toEqual(["Prompt is required"]);
    expect(await prompt.getAttribute("aria-invalid")).toBe("true");
    const [, error] = ((await prompt.getAttribute("aria-describedby")) ?? "").split(" ");
    expect(await scene.page.textContent(`[id="${error}"]`)).toBe("Prompt is required");
    await prompt.fill("x");
    expect(await alerts(scene)).toEqual([]);
  });

  test("a form that is not complete sends nothing, tells what is missing, and puts the focus there", async () => {
    const scene = await open("&prompt=x");
    await scene.click("Run");
    await scene.page.waitForSelector("[role=alert]");
    expect(await alerts(scene)).toEqual(["Images is required"]);
    expect(await scene.page.evaluate("document.activeElement.name")).toBe("images");
    expect(site().called(/^POST/)).toEqual([]);
  });

  test("files are previewed, put in another order and removed; their URLs are given back", async () => {
    const scene = await open("&prompt=x");
    const { page } = scene;
    await page.setInputFiles("input[type=file]", [png("one.png"), png("two.png")]);
    await page.setInputFiles("input[type=file]", [png("three.png")]);
    expect(await names(scene)).toEqual(["one.png", "two.png", "three.png"]);
    await page.waitForFunction("[...document.images].every((image) => image.naturalWidth > 0)");
    const urls = (await page.evaluate("[...document.images].map((image) => image.src)")) as string[];
    expect(new Set(urls).size).toBe(3);
    await page.getByRole("button", { name: "Move three.png up" }).click();
    expect(await names(scene)).toEqual(["one.png", "three.png", "two.png"]);
    await page.getByRole("button", { name: "Remove one.png" }).click();
    expect((await input(scene)).images).toEqual(["three.png", "two.png"]);
    const readable = `Promise.all(${JSON.stringify(urls)}.map((url) => fetch(url).then(() => true, () => false)))`;
    await until(
      "one URL less",
      async () => JSON.stringify(await page.evaluate(readable)) === "[false,true,true]",
    );
    // The two that stayed are the pictures that they were.
    expect(await page.evaluate("[...document.images].map((image) => image.src)")).toEqual([urls[2], urls[1]]);
    await scene.click("Start again");
    await until(
      "no URL left",
      async () => JSON.stringify(await page.evaluate(readable)) === "[false,false,false]",
    );
    expect(await input(scene)).toEqual({ prompt: "x" });
  });

  test("files can be dropped and pasted", async () => {
    const scene = await open();
    const transfer = (kind: string, field: string, name: string) =>
      `{ const data = new DataTransfer();
         data.items.add(new File(["x"], "${name}", { type: "image/png" }));
         document.querySelector("input[type=file]").parentElement
           .dispatchEvent(new ${kind}("${field === "clipboardData" ? "paste" : "drop"}", { ${field}: data, bubbles: true, cancelable: true })) }`;
    await scene.page.evaluate(transfer("DragEvent", "dataTransfer", "dropped.png"));
    await scene.page.evaluate(transfer("ClipboardEvent", "clipboardData", "pasted.png"));
    expect(await names(scene)).toEqual(["dropped.png", "pasted.png"]);
  });

  test("a picked file is uploaded, and comes back as the picture on the screen", async () => {
    const scene = await open("&prompt=x");
    await scene.page.setInputFiles("input[type=file]", [png("coffee.png")]);
    site().engine.open();
    await scene.click("Run");
    await scene.told({ status: "completed" });
    expect(site().called(/^POST \/v1\/files/)).toHaveLength(1);
    await scene.page.waitForFunction("document.querySelector('#model img')?.naturalWidth > 0");
    const size = "[...document.images].map((image) => image.naturalWidth)";
    const [picked, made] = (await scene.page.evaluate(size)) as number[];
    expect(made).toBe(picked);
    expect(scene.said.filter((line) => /^(error|uncaught)/.test(line))).toEqual([]);
  });

  test("a file that is none of its kind is told beside it: at once by its type, else when its bytes are looked at", async () => {
    const scene = await open("&prompt=x");
    const liar = { name: "liar.png", mimeType: "image/png", buffer: Buffer.from("ID3 ............") };
    const honest = { name: "honest.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };
    await scene.page.setInputFiles("input[type=file]", [honest]);
    expect(await alerts(scene)).toEqual(["Images 1 must be an image file; got application/pdf"]);
    await scene.page.getByRole("button", { name: "Remove honest.pdf" }).click();
    await scene.page.setInputFiles("input[type=file]", [png("coffee.png"), liar]);
    expect(await alerts(scene)).toEqual([]);
    await scene.click("Run");
    await scene.page.waitForSelector('li[data-name="liar.png"]:not([data-errors=""])');
    expect(await scene.page.getAttribute('li[data-name="coffee.png"]', "data-errors")).toBe("");
    await scene.page.getByRole("button", { name: "Move liar.png up" }).click();
    expect(await scene.page.getAttribute('li[data-name="liar.png"]', "data-errors")).not.toBe("");
    await scene.page.getByRole("button", { name: "Remove liar.png" }).click();
    expect(await alerts(scene)).toEqual([]);
    expect(site().called(/^POST/)).toEqual([]);
  });

  test("what only the server refuses lands on its field, until that is changed", async () => {
    const scene = await open(`&prompt=${encodeURIComponent(RUDE)}`);
    await scene.page.setInputFiles("input[type=file]", [png("coffee.png")]);
    await scene.click("Run");
    await scene.page.waitForSelector("[role=alert]");
    expect(await alerts(scene)).toEqual(["Prompt is too rude for this model"]);
    expect(await scene.page.evaluate("document.activeElement.name")).toBe("prompt");
    await scene.page.getByRole("textbox", { name: "Prompt" }).fill("something kind");
    expect(await alerts(scene)).toEqual([]);
    site().engine.open();
    await scene.click("Run");
    await scene.told({ status: "completed" });
    expect(site().engine.accepted).toHaveLength(1);
  });

  test("a form that was taken from the page comes back as it was left, its files too, and can be put back to its beginning", async () => {
    const scene = await openScene(browser(), site(), "scene=draft&prompt=x");
    const told = async () =>
      (((await scene.page.evaluate("window.told")) ?? []) as string[]).map((one) => JSON.parse(one));
    await scene.page.waitForSelector("form");
    expect(await told()).toEqual([]);
    await scene.page.setInputFiles("input[type=file]", [png("coffee.png")]);
    await scene.page.getByRole("combobox", { name: "Quality" }).selectOption("high");
    await scene.click("Toggle");
    await scene.page.waitForSelector("form", { state: "detached" });
    await scene.click("Toggle");
    await scene.page.waitForSelector("form");
    const left = { prompt: "x", images: ["coffee.png"], quality: "high" };
    expect(await input(scene)).toEqual(left);
    await scene.page.waitForFunction("[...document.images].every((image) => image.naturalWidth > 0)");
    // Neither the first rendering nor the one with the draft is a change.
    expect(await told()).toEqual([{ prompt: "x", images: ["coffee.png"] }, left]);
    await scene.click("Fill");
    expect(await input(scene)).toEqual({ prompt: "filled" });
    await scene.click("Start again");
    expect(await input(scene)).toEqual({ prompt: "x" });
    expect((await told()).slice(2)).toEqual([{ prompt: "filled" }, { prompt: "x" }]);
  });

  test("all of it works through the client's own proxy, and a page that is loaded again goes on there", async () => {
    const guarded = await openSite(files(), { isGuarded: true });
    try {
      const scene = await openScene(browser(), guarded, "scene=form&prompt=x");
      await scene.page.setInputFiles("input[type=file]", [png("coffee.png")]);
      await scene.click("Run");
      await until("the submit", async () => guarded.engine.accepted.length === 1);
      const id = await until("an id", () => scene.fact("request").then((told) => told ?? undefined));
      const again = await openScene(browser(), guarded, `scene=runner&run=${id}`);
      await until("a look", () => again.fact("running").then((told) => told === "true"));
      guarded.engine.open();
      for (const { told } of [scene, again]) await told({ status: "completed", request: id });
      await again.page.waitForFunction("document.querySelector('#model img')?.naturalWidth > 0");
      for (const { headers } of guarded.calls) expect(headers).not.toHaveProperty("authorization");
    } finally {
      for (const context of browser().contexts()) await context.close();
      await guarded.close();
    }
  });

  test("every kind of control has its name, its description and its mark of being required", async () => {
    const { page } = await openScene(browser(), site(), "scene=kinds");
    const roles = [
      ["textbox", "A text"],
      ["spinbutton", "A number"],
      ["checkbox", "A toggle"],
      ["combobox", "A choice"],
      ["button", "A picture"],
      ["textbox", "An object"],
    ] as const;
    for (const [role, name] of roles) {
      const control = page.getByRole(role, { name, exact: true });
      const described = await control.getAttribute("aria-describedby");
      const kind = name.split(" ")[1];
      expect(await page.textContent(`[id="${described}"]`)).toBe(`What the ${kind} is for.`);
      // A box that must be there need not be checked.
      if (role !== "checkbox")
        expect(await control.evaluate((element) => Object(element).required)).toBe(true);
    }
    const media = page.getByLabel("A picture");
    await media.setInputFiles([png("one.png")]);
    await page.waitForSelector("li");
    // The form has one, and the browser has none to insist on.
    expect(await media.evaluate((element) => Object(element).required)).toBe(false);
    expect(await media.getAttribute("aria-required")).toBe("true");
    await page.click("text=Run");
    await page.waitForSelector("[role=alert]");
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });
    const found = "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))";
    expect(await page.evaluate(found)).toEqual([]);
  });

  test("an upload tells how far it is, and is ended by a stop or by the next one", async () => {
    const held = gate();
    site().holdUploads(held.promise);
    const scene = await openScene(browser(), site(), "scene=upload&halves");
    const uploads = () =>
      site()
        .called(/^POST \/v1\/files/)
        .map(({ isOpen }) => isOpen);
    const told = (facts: string) => scene.page.waitForSelector(`#upload${facts}`, { state: "attached" });
    await scene.page.setInputFiles("input[type=file]", [png("one.png")]);
    await told("[data-uploading=true][data-progress='0.5']");
    await until("the upload", async () => uploads().join() === "true");
    await scene.click("Stop");
    await told("[data-uploading=false]:not([data-progress], [data-uri], [data-error])");
    await until("its end", async () => uploads().join() === "false");
    await scene.page.setInputFiles("input[type=file]", [png("two.png")]);
    await until("the second one", async () => uploads().join() === "false,true");
    await scene.page.setInputFiles("input[type=file]", [png("three.png")]);
    await until("the third one alone", async () => uploads().join() === "false,false,true");
    await told("[data-uploading=true][data-progress='0.5']:not([data-error])");
    held.open();
    await told("[data-uploading=false][data-uri]:not([data-progress], [data-error])");
  });

  test("a file can be uploaded before it is needed", async () => {
    const scene = await openScene(browser(), site(), "scene=upload");
    await scene.page.setInputFiles("input[type=file]", [png("coffee.png")]);
    await scene.page.waitForSelector("#upload[data-uri][data-uploading=false]", { state: "attached" });
    const uri = await scene.page.getAttribute("#upload", "data-uri");
    expect(uri).toMatch(new RegExp(`^${site().url}/api/model-api/.*\\.png$`));
    expect(
      site()
        .called(/^POST/)
        .map(({ call }) => call),
    ).toEqual(["POST /v1/files"]);
    const none = { name: "none", mimeType: "", buffer: Buffer.from("x") };
    await scene.page.setInputFiles("input[type=file]", [none]);
    await scene.page.waitForSelector("#upload[data-error]:not([data-uri])", { state: "attached" });
  });
});
