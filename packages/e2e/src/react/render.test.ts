import { PassThrough } from "node:stream";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cleanUp, until } from "../harness.js";
import { buildApp, buildRenderer } from "./build-app.js";
import { launchChromium, WITHOUT_CHROMIUM } from "./chromium.js";
import { gate } from "./gate.js";
import { openScene } from "./scene.js";
import { openSite, type Site } from "./site.js";

/** What the page's own server has of it. */
interface Renderer {
  readonly render: (search: string, direct: Site["direct"]) => Promise<string>;
  readonly stream: (search: string, direct: Site["direct"], into: NodeJS.WritableStream) => void;
}

afterAll(cleanUp);

describe.each([19, 18] as const)("with React %i", (react) => {
  let site: Site;
  let files: ReadonlyMap<string, string>;
  let renderer: Renderer;
  const render: Renderer["render"] = (...args) => renderer.render(...args);
  beforeAll(async () => {
    files = await buildApp(react);
    renderer = (await buildRenderer(react)) as Renderer;
  });
  beforeEach(async () => {
    site = await openSite(files);
  });
  afterEach(() => site.close());

  const EDIT = "openai/gpt-image-2/edit";
  const PIXEL =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  async function call(path: string, body?: object) {
    const { baseUrl, token, fetch } = site.direct;
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const init = { headers, ...(body && { method: "POST", body: JSON.stringify(body) }) };
    return (await (await fetch(baseUrl + path, init)).json()) as { request_id: string; status: string };
  }

  const submit = async () => (await call(`/v1/models/${EDIT}`, { prompt: "x", images: [PIXEL] })).request_id;
  const ended = (id: string) =>
    until("the end", async () => (await call(`/v1/requests/${id}/status`)).status === "completed");

  describe("rendered by a server", () => {
    test("hooks render there without an address that it could reach, and call nobody", async () => {
      expect(await render("?scene=runner", site.direct)).toContain('data-status="idle"');
      expect(await render("?scene=lists", site.direct)).toContain('id="models"');
      expect(await render("?scene=form", site.direct)).toContain("loading");
      const form = await render("?scene=form&module&prompt=hello", site.direct);
      expect(form).toMatch(/<textarea [^>]*name="prompt"[^>]*>hello</);
      expect(form).not.toContain('role="alert"');
      expect(site.calls).toEqual([]);
    });

    test("a request that runs is looked at once, and not waited for; one that has ended is there with its picture", async () => {
      const id = await submit();
      await until("a run", async () => (await call(`/v1/requests/${id}/status`)).status === "in_progress");
      expect(await render(`?scene=viewers&run=${id}`, site.direct)).toContain('data-status="in_progress"');
      site.engine.open();
      await ended(id);
      const page = await render(`?scene=viewers&run=${id}`, site.direct);
      expect(page).toContain('data-status="completed"');
      expect(page).toMatch(/<img src="http[^"]+"/);
      // Suspended on a server that knows the end: nothing is waited for.
      expect(await render(`?scene=suspended&run=${id}`, site.direct)).toContain('id="result"');
    });

    test("what suspends is streamed when its answers are there, and the page before it does not wait", async () => {
      const answers = gate();
      const slow = {
        ...site.direct,
        fetch: (async (url, init) => {
          await answers.promise;
          return site.direct.fetch(url, init);
        }) satisfies typeof fetch,
      };
      const page = new PassThrough({ encoding: "utf8" });
      renderer.stream("?scene=suspended-lists", slow, page);
      const pieces = page[Symbol.asyncIterator]();
      const first = (await pieces.next()).value as string;
      expect(first).toContain("<h1>Lists</h1>");
      expect(first).toContain('id="waiting"');
      expect(first).not.toContain("<li>");
      answers.open();
      let rest = "";
      for await (const piece of { [Symbol.asyncIterator]: () => pieces }) rest += piece;
      expect(rest.match(/<li>/g)).toHaveLength(2);
      expect(rest).toContain("prompt,images,aspect_ratio");
    });
  });

  describe.skipIf(WITHOUT_CHROMIUM)("hydrated in a browser", () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(() => browser?.close());

    test("a page goes on where the server's look has ended, and React finds nothing to complain of", async () => {
      const id = await submit();
      await until("a run", async () => (await call(`/v1/requests/${id}/status`)).status === "in_progress");
      site.render = (path) => render(new URL(path, site.url).search, site.direct);
      const scene = await openScene(browser, site, `scene=viewers&run=${id}`);
      await scene.told({ status: "in_progress" }, "viewer-0");
      site.engine.open();
      await scene.told({ status: "completed" }, "viewer-0");
      expect(await scene.page.evaluate("window.complaints")).toEqual([]);
      expect(scene.said.filter((line) => /^(error|warning|uncaught)/.test(line))).toEqual([]);
    });

    test("a form that a server has rendered is the same in the browser, and takes what is typed", async () => {
      site.render = (path) => render(new URL(path, site.url).search, site.direct);
      const scene = await openScene(browser, site, "scene=form&module&prompt=hello");
      await scene.page.getByRole("textbox", { name: "Prompt" }).fill("goodbye");
      await scene.page.waitForSelector('#input:text-is(\'{"prompt":"goodbye"}\')');
      expect(await scene.page.evaluate("window.complaints")).toEqual([]);
      expect(scene.said.filter((line) => /^(error|warning|uncaught)/.test(line))).toEqual([]);
    });

    test("a page that a server has streamed is taken over where it stands", async () => {
      site.render = async () => {
        const page = new PassThrough({ encoding: "utf8" });
        renderer.stream("?scene=suspended-lists", site.direct, page);
        return (await page.toArray()).join("");
      };
      const scene = await openScene(browser, site, "scene=suspended-lists");
      await scene.page.waitForSelector("#models li:nth-child(2)");
      await until("the page's own look", async () => site.called(/\/v1\/models\?/).length > 0);
      await scene.click("More models");
      await scene.page.waitForSelector("#models li:nth-child(4)");
      expect(await scene.page.evaluate("window.complaints")).toEqual([]);
      expect(scene.said.filter((line) => /^(error|warning|uncaught)/.test(line))).toEqual([]);
    });

    test("what had ended when the server looked is not asked for again", async () => {
      const id = await submit();
      site.engine.open();
      await ended(id);
      site.render = (path) => render(new URL(path, site.url).search, site.direct);
      const scene = await openScene(browser, site, `scene=viewers&run=${id}`);
      await scene.told({ status: "completed" }, "viewer-0");
      await scene.click("Toggle");
      await scene.click("Toggle");
      await scene.told({ status: "completed" }, "viewer-0");
      expect(site.calls.filter(({ call: made }) => made.includes("/v1/requests"))).toEqual([]);
      expect(await scene.page.evaluate("window.complaints")).toEqual([]);
    });
  });
});
