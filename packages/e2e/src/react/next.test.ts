import { cpSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COFFEE, REPOSITORY, until } from "../harness.js";
import { buildAndStartNext, type RunningHosts } from "../proxy/hosts.js";
import { removeApplication } from "../proxy/recipes.js";
import { openUpstream, type Upstream } from "../proxy/upstream.js";
import { launchChromium, WITHOUT_CHROMIUM } from "./chromium.js";

const SECRET = "the application's secret, of at least 32 bytes";

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  run(prompt: string): Promise<void>;
  /** Waits until the page tells that its request stands so. */
  told(status: string): Promise<void>;
}

describe.skipIf(WITHOUT_CHROMIUM)("an application with Next.js, built and driven", () => {
  let upstream: Upstream;
  let running: RunningHosts;
  let browser: Browser;
  let folder: string;
  let origin: string;
  /** What browsers have received: bodies and headers of every answer. */
  const received: Promise<string>[] = [];
  const sent: Record<string, string>[] = [];
  /** What pages have complained of, by whose they were: React tells of a page that is not what the server has rendered. */
  const said: Record<string, string[]> = { ada: [], eve: [] };

  beforeAll(async () => {
    const home = join(REPOSITORY, "packages/e2e");
    // Beside the packages that it needs, and not in the fixture: a build leaves files.
    folder = mkdtempSync(join(home, ".recipes-"));
    cpSync(join(home, "fixtures/next-app"), folder, { recursive: true });
    [upstream, browser] = await Promise.all([openUpstream(), launchChromium()]);
    const settings = { token: upstream.token, upstream: upstream.tap.url, secret: SECRET };
    running = await buildAndStartNext(folder, settings, { app: "" });
    origin = running.hosts[0]?.baseUrl ?? "";
    // A build takes its time where others work as well.
  }, 300_000);
  afterAll(async () => {
    await Promise.all([running?.stop(), browser?.close(), upstream?.close()]);
    // Also where it was not built.
    removeApplication(folder);
  });

  async function visit(path = "/", user: "ada" | "eve" = "ada"): Promise<Visit> {
    const context = await browser.newContext();
    await context.addCookies([{ name: "user", value: user, url: origin }]);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on("request", (request) => sent.push(request.headers()));
    page.on("response", (response) => {
      const body = response.body().then(String, () => "");
      received.push(body.then((text) => JSON.stringify(response.headers()) + text));
    });
    page.on("console", (message) => {
      const from = message.location().url;
      if (/error|warning/.test(message.type())) said[user]?.push(`${message.text()} ${from}`);
    });
    page.on("pageerror", (error) => said[user]?.push(error.message));
    await page.goto(origin + path);
    return {
      page,
      context,
      async run(prompt) {
        await page.setInputFiles("input[type=file]", COFFEE);
        await page.getByRole("textbox", { name: "Prompt" }).fill(prompt);
        await page.click("text=Run");
      },
      told: (status) => page.waitForSelector(`[role=status]:text-is("${status}")`).then(() => {}),
    };
  }

  /** Resolves when the newest request runs. */
  async function isRunning(): Promise<void> {
    const headers = { authorization: `Bearer ${upstream.token}` };
    await until("a run", async () => {
      const answer = await fetch(`${upstream.tap.url}/v1/requests?limit=1`, { headers });
      const { requests } = (await answer.json()) as { requests: { status: string }[] };
      return requests[0]?.status === "in_progress";
    });
  }

  /** The page as a browser without scripts has it. */
  const rendered = async ({ context, page }: Visit) => (await context.request.get(page.url())).text();

  test("the first page is there with its form before a script has run", async () => {
    const html = await rendered(await visit());
    expect(html).toMatch(/<label [^>]*>Prompt<\/label><textarea /);
    expect(html).toMatch(/<p role="status">idle<\/p>/);
  });

  test("a picked file comes back as the picture, through a page that was loaded again in the middle", async () => {
    const before = await upstream.count();
    const first = await visit();
    await first.run("hold");
    await first.page.waitForURL(/run=/);
    await isRunning();
    // The server has looked, and the page says so from its first byte.
    expect(await rendered(first)).toMatch(/<p role="status">in_progress<\/p>/);
    await first.page.reload();
    await first.told("in_progress");
    upstream.release();
    await first.told("completed");
    const isSeen = "document.querySelector('[alt=\"The result\"]')?.naturalWidth > 0";
    await first.page.waitForFunction(isSeen);
    expect(await upstream.count()).toBe(before + 1);
    // What has ended is there without asking.
    expect(await rendered(first)).toMatch(/<img src="http[^"]+" alt="The result"/);
    const again = await visit(`/${new URL(first.page.url()).search}`);
    await again.page.waitForFunction(isSeen);
  });

  test("a cancel says what became of the request", async () => {
    const first = await visit();
    await first.run("hold");
    await first.page.waitForURL(/run=/);
    await isRunning();
    const second = await visit();
    await second.run("another");
    await second.told("in_queue");
    await second.page.click("text=Cancel");
    await second.told("cancelled");
    expect(await second.page.textContent("#outcome")).toBe("cancelled");
    await first.page.click("text=Cancel");
    await first.page.waitForSelector('#outcome:text-is("not_cancellable")');
    upstream.release();
    await first.told("completed");
  });

  test("a request is its user's: to another one it is not there", async () => {
    const first = await visit();
    await first.run("x");
    await first.told("completed");
    const other = await visit(`/${new URL(first.page.url()).search}`, "eve");
    await other.page.waitForSelector("[role=alert]");
    expect(await other.page.locator("[alt='The result']").count()).toBe(0);
  });

  test("no token and no secret is in anything that browsers have received or could load, nor in what they have sent", async () => {
    const files = readdirSync(join(folder, ".next/static"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
    const texts = [...(await Promise.all(received)), ...files];
    expect(files.join()).toContain("There is no <ModelApiProvider>");
    expect(texts.some((text) => text.includes("The result"))).toBe(true);
    for (const secret of [upstream.token, SECRET, "RUNCOMFY_TOKEN"])
      expect(texts.filter((text) => text.includes(secret))).toEqual([]);
    for (const headers of sent) expect(headers).not.toHaveProperty("authorization");
  });

  test("React has found every page as the server had rendered it", () => {
    expect(said.ada).toEqual([]);
    // A browser complains of answers that are errors, which Eve gets for the request of another.
    for (const complaint of said.eve ?? []) expect(complaint).toMatch(/404 .*\/v1\/requests\//);
  });
});
