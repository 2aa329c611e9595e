import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { launchChromium } from "../react/chromium.js";
import { bundleInstalled } from "./bundle-installed.js";
import type { InstalledServer } from "./installed-server.js";
import type { Project } from "./project.js";
import { attempt, type Row } from "./results.js";

const PAGE = '<!doctype html><title>A page</title><script type="module" src="/page.js"></script>';

/** The client in a page, whose origin is another one than the server's. */
export async function tryInChromium(project: Project, server: InstalledServer): Promise<Row> {
  let name = "Chromium";
  const client = await attempt(async () => {
    const script = readFileSync(await bundleInstalled(project, "page.mjs", "page.js"));
    const site = createServer((request, response) => {
      const isScript = request.url === "/page.js";
      response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
      response.end(isScript ? script : PAGE);
    });
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
    const browser = await launchChromium();
    try {
      name = `Chromium ${browser.version()}`;
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
      await page.waitForFunction("globalThis.exercise");
      const settings = JSON.stringify({ baseUrl: server.url, token: server.token });
      await page.evaluate(`globalThis.exercise(${settings})`);
    } finally {
      await browser.close();
      site.closeAllConnections();
      site.close();
    }
  });
  return { group: "runtimes", name, checks: { client } };
}
