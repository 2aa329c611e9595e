/**
 * Makes the fonts in packages/server/assets/fonts out of published packages, byte for byte the same wherever it runs.
 *
 *   node --import tsx scripts/fonts/main.ts [--check]
 *
 * With `--check` nothing is written; exit code 1 says that a file differs from what would be made.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { charactersOf, FAMILIES, type Family } from "./families.js";
import { unpackPackage } from "./unpack.js";

type SubsetFont = (font: Buffer, text: string, options: Record<string, unknown>) => Promise<Buffer>;

const server = new URL("../../packages/server/", import.meta.url);
const subsetFont = createRequire(new URL("package.json", server))("subset-font") as SubsetFont;
const target = fileURLToPath(new URL("assets/fonts/", server));

/** Every file of the folder that is made, by name. README.md is written by hand. */
const made = await makeAll();
const stale = [...made].filter(([name, bytes]) => {
  const path = join(target, name);
  return !existsSync(path) || !readFileSync(path).equals(bytes);
});
const surplus = readdirSync(target).filter((name) => name !== "README.md" && !made.has(name));
if (!process.argv.includes("--check")) {
  for (const [name, bytes] of stale) writeFileSync(join(target, name), bytes);
  for (const name of surplus) rmSync(join(target, name));
} else if (stale.length + surplus.length > 0) {
  console.error(`not as made: ${[...stale.map(([name]) => name), ...surplus].join(", ")}`);
  process.exitCode = 1;
}

async function makeAll(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const index: unknown[] = [];
  const scratch = mkdtempSync(join(tmpdir(), "model-api-fonts-"));
  try {
    for (const family of FAMILIES) {
      const source = unpackPackage(family.package, family.version, scratch);
      files.set(`${family.name}.OFL.txt`, readFileSync(join(source, "LICENSE_FONT")));
      for (const style of family.styles) {
        const file = `${family.file ?? family.name}-${style.name}.subset.woff2`;
        const bytes = await subset(source, family, style);
        files.set(file, bytes);
        index.push({
          file,
          title: `${family.title} ${style.name}`,
          weight: style.weight,
          source: `${family.package}@${family.version}`,
          project: family.project,
          bytes: bytes.length,
          sha256: createHash("sha256").update(bytes).digest("hex"),
        });
        console.log(`${file}: ${bytes.length} bytes`);
      }
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
  files.set("fonts.json", Buffer.from(`${JSON.stringify(index, null, 2)}\n`));
  return files;
}

function subset(source: string, family: Family, style: Family["styles"][number]): Promise<Buffer> {
  const folder = `${style.weight}${style.name}`;
  const font = readFileSync(join(source, folder, `${family.name}_${folder}.ttf`));
  const options = { targetFormat: "woff2", noHinting: true, preserveNameIds: [0, 1, 2, 3, 4, 5, 6, 13, 14] };
  return subsetFont(font, charactersOf(family), options);
}
