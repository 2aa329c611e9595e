import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Debian and others put it; playwright's own download is not asked for. */
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser that is installed, by `CHROMIUM` or where it usually is. */
export const CHROMIUM: string | undefined = [process.env.CHROMIUM ?? "", ...PLACES].find(
  (path) => path && existsSync(path),
);

/** Whether suites in a browser are left out. That is loud, and fails where it would go unseen. */
export const WITHOUT_CHROMIUM: boolean = CHROMIUM === undefined;
if (WITHOUT_CHROMIUM) {
  const message =
    "The suites in a browser need Chromium and have found none: `apt-get install chromium`, or CHROMIUM=/path/to/it.";
  if (process.env.CI) throw new Error(message);
  console.warn(`\n\n!!! SKIPPED. ${message}\n\n`);
}

/** A real browser that calls nobody but the page's own server. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM ?? "",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
