// npm run gallery: what the local engine makes of the photographs, as a page with pictures in docs/gallery.
//   npm run gallery              writes it; ends in 1 where a cut-out is no longer the one that its frank line is about
//   npm run gallery -- --seen    the same, after you have looked at the new cut-outs and put their lines right
//   npm run gallery -- --check   writes nothing; ends in 1 where a second run would change a byte
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../lib/serve.mjs";
import { install, ROOT, turboRun } from "../lib/toolchain.mjs";

const OUTPUT = join(ROOT, "docs/gallery");
const CUT_OUTS = join(ROOT, "scripts/gallery/cut-outs.json");
// pnpm hands on the "--" that npm keeps.
const flags = process.argv.slice(2).filter((flag) => flag !== "--");
const [mode] = flags;
if (flags.length > 1 || ![undefined, "--check", "--seen"].includes(mode)) {
  throw new Error(`gallery takes --check or --seen, not ${flags.join(" ")}`);
}

install("all");
turboRun(["build"], { filter: "@model-api/cli...", quiet: true });
// These need what has just been installed.
const { makeGallery } = await import("./make-gallery.mjs");

const edits = JSON.parse(readFileSync(join(ROOT, "scripts/gallery/edits.json"), "utf8"));
const cutOuts = JSON.parse(readFileSync(CUT_OUTS, "utf8"));
const dataFolder = mkdtempSync(join(tmpdir(), "model-api-gallery-"));
const server = await startServer(dataFolder);
try {
  const { files, changed } = await makeGallery({ edits, cutOuts, server, folder: dataFolder });
  if (mode === "--check") check(files);
  else write(files);
  if (mode === "--seen") remember(changed);
  else if (changed.size > 0) {
    console.error(
      `These cut-outs are others than those that their lines in scripts/gallery/cut-outs.json are about: ` +
        `${[...changed.keys()].join(", ")}. Look at them, put the lines right, and run with --seen.`,
    );
    process.exitCode = 1;
  }
} finally {
  await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

/** `files` are bytes by name. What was there before and is not made any more goes. */
function write(files) {
  rmSync(OUTPUT, { recursive: true, force: true });
  mkdirSync(OUTPUT, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(OUTPUT, name), bytes);
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  console.log(`${files.size} files, ${Math.round(total / 1024)} kB, in docs/gallery`);
}

function check(files) {
  const there = new Set(readdirSync(OUTPUT));
  const wrong = [...files].filter(
    ([name, bytes]) => !there.has(name) || !readFileSync(join(OUTPUT, name)).equals(bytes),
  );
  const left = [...there].filter((name) => !files.has(name));
  const names = [...wrong.map(([name]) => name), ...left];
  if (names.length === 0)
    return console.log(`docs/gallery is what a run makes: ${files.size} files, byte for byte`);
  console.error(`docs/gallery is not what a run makes: ${names.join(", ")}. Run: npm run gallery`);
  process.exitCode = 1;
}

function remember(changed) {
  const next = cutOuts.map((entry) => ({ ...entry, seen: changed.get(entry.photograph) ?? entry.seen }));
  writeFileSync(CUT_OUTS, `${JSON.stringify(next, undefined, 2)}\n`);
}
