/** npm run docs: the site, from the pages, the packages' READMEs and their types, into packages/site/dist. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "vitepress";
import { checkSite } from "./check-site.js";
import { checkLinks } from "./links.js";
import { writeLlmsFiles } from "./llms.js";
import { pages } from "./map.js";
import { writeReference } from "./reference.js";
import { ROOT } from "./repository.js";
import { stagePages } from "./stage.js";

const site = join(ROOT, "packages/site");
const content = join(site, "content");

fail(pages().flatMap((page) => checkLinks(page)));
rmSync(content, { recursive: true, force: true });
stagePages(content);
await writeReference(join(content, "api"));
await build(site);
// After the build, which would take Markdown among its public files for pages.
writeLlmsFiles(join(site, "dist"));
fail(checkSite(join(site, "dist")));

function fail(problems: readonly string[]): void {
  if (problems.length === 0) return;
  console.error(problems.join("\n"));
  process.exit(1);
}
