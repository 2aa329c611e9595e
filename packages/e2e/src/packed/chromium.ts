import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { launchChromium } from "../react/chromium.js";
import { bundleInstalled } from "./bundle-installed.js";
import type { InstalledServer } from "./installed-server.js";
import type { Project } from "./project.js";
import { attempt, type Outcome, type Row } from "./results.js";

const CHECKS = ["client", "react", "ai-sdk"];
const PAGE = '<!doctype html><title>A page</title><script type="module" src="/page.js"></script>';

/** Each check in a page, whose origin is another one than the server's. */
export async function tryInChromium(project: Project, server: InstalledServer): Promise<Row> {
  const script = readFileSync(await bundleInstalled(project, "page.mjs", "page.js"));
  const site = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : PAGE);
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const browser = await launchChromium();
  const settings = JSON.stringify({ baseUrl: server.url, token: server.token });
  try {
    const checks: Record<string, Outcome> = {};
    for (const check of CHECKS)
      checks[check] = await attempt(async () => {
        const page = await browser.newPage();
        await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
        await page.waitForFunction("globalThis.checks");
        await page.evaluate(`globalThis.checks[${JSON.stringify(check)}](${settings})`);
      });
    return { group: "runtimes", name: `Chromium ${browser.version()}`, checks };
  } finally {
    await browser.close();
    site.closeAllConnections();
    site.close();
  }
}
