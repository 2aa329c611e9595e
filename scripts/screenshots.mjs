// npm run screenshots: each page of the console as a picture, in docs/console, from a server of its own with the page's example run on it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "./lib/serve.mjs";
import { install, ROOT, turboRun } from "./lib/toolchain.mjs";

const MODEL = "openai/gpt-image-2/edit";
const OUTPUT = join(ROOT, "docs/console");
const DESKTOP = { width: 1280, height: 900 };
/** Nothing is caught on its way from one colour to another. */
const PLAIN = { locale: "en-US", reducedMotion: "reduce" };
const PHONE = { width: 360, height: 740 };

/** What each picture shows, besides the run of the example. */
const SHOTS = [
  { name: "models", path: "/" },
  { name: "playground-phone", path: `/models/${MODEL}`, viewport: PHONE },
  { name: "api", path: `/models/${MODEL}?tab=api` },
  { name: "api-russian", path: `/models/${MODEL}?tab=api`, locale: "ru-RU" },
  { name: "api-chinese", path: `/models/${MODEL}?tab=api`, locale: "zh-CN" },
  { name: "generations", path: "/generations" },
  { name: "keys", path: "/keys" },
  { name: "usage", path: "/usage" },
  { name: "settings", path: "/settings" },
];

install("all");
turboRun(["build"], { filter: "@model-api/cli...", quiet: true });
const { chromium } = createRequire(join(ROOT, "packages/e2e/package.json"))("playwright-core");
const { examples } = JSON.parse(readFileSync(join(ROOT, "schemas/models", `${MODEL}.json`), "utf8"));
const dataFolder = mkdtempSync(join(tmpdir(), "model-api-screenshots-"));
const server = await startServer(dataFolder);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
try {
  mkdirSync(OUTPUT, { recursive: true });
  await takeRun();
  for (const shot of SHOTS) await take(shot);
} finally {
  await browser.close();
  await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

/** Runs the example in the playground, and takes its end in both themes. */
async function takeRun() {
  const page = await (await browser.newContext({ ...PLAIN, viewport: DESKTOP })).newPage();
  await page.goto(`${server.url}/models/${MODEL}`);
  await page.getByLabel("Prompt").fill(examples[0].input.prompt);
  await page.locator('input[type="file"]').setInputFiles(join(ROOT, "packages/e2e/fixtures/coffee.png"));
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByAltText("What the model made").waitFor();
  await page.getByRole("slider").fill("50");
  await page.waitForLoadState("networkidle");
  await save(page, "playground");
  await page.emulateMedia({ colorScheme: "dark" });
  await save(page, "playground-dark");
}

async function take({ name, path, ...settings }) {
  const context = await browser.newContext({ ...PLAIN, viewport: DESKTOP, ...settings });
  const page = await context.newPage();
  await page.goto(server.url + path, { waitUntil: "networkidle" });
  await save(page, name);
  await context.close();
}

async function save(page, name) {
  const path = join(OUTPUT, `${name}.png`);
  await page.screenshot({ path });
  console.log(path);
}
