import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { checkFiles } from "./check-files.js";
import { checkManifest } from "./check-manifest.js";
import type { PackedPackage } from "./pack.js";
import { settleManifest } from "./settle-manifest.js";
import { type Manifest, ROOT } from "./workspace.js";

const SOUND: Manifest = {
  name: "@model-api/sound",
  version: "0.1.0",
  type: "module",
  sideEffects: false,
  keywords: ["runcomfy", "one", "two", "three"],
  exports: {
    ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
    "./package.json": "./package.json",
  },
  dependencies: { "@model-api/models": "^0.1.0" },
};
const README = "# Sound\n\nThis project is not affiliated with RunComfy.\n\n```ts\nimport 'x';\n```\n";
const FILES = {
  LICENSE: "MIT",
  "README.md": README,
  "dist/index.js": "export {};\n",
  "dist/index.js.map": JSON.stringify({ sources: ["../src/index.ts"], sourcesContent: ["export {};\n"] }),
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function packed(files: Readonly<Record<string, string>>): PackedPackage {
  const unpacked = mkdtempSync(join(tmpdir(), "model-api-packages-"));
  folders.push(unpacked);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(unpacked, name)), { recursive: true });
    writeFileSync(join(unpacked, name), text);
  }
  const { name } = SOUND;
  return {
    name,
    directory: "packages/sound",
    folder: unpacked,
    manifest: SOUND,
    tarball: "",
    unpacked,
    files: Object.keys(files),
    packed: SOUND,
  };
}

test("a sound manifest has no problems", () => {
  expect(checkManifest(SOUND)).toEqual([]);
});

test.each<[string, Partial<Manifest>, string]>([
  ["a script that runs at installing", { scripts: { postinstall: "x" } }, "has the script postinstall"],
  ["a range for this workspace alone", { dependencies: { a: "workspace:^" } }, 'a is "workspace:^"'],
  ["code before types", { exports: { ".": { default: "./a.js", types: "./a.d.ts" } } }, "types is not first"],
  ["no keyword of the service", { keywords: ["a", "b", "c", "d"] }, "runcomfy is no keyword"],
  ["side effects", { sideEffects: true }, "sideEffects is not false"],
  [
    "the sources' condition",
    { exports: { ".": { types: "./a.d.ts", "@model-api/source": "./src/a.ts" } } },
    "@model-api/source is published",
  ],
])("a manifest with %s is told", (_, fields, problem) => {
  expect(checkManifest({ ...SOUND, ...fields }).join("\n")).toContain(problem);
});

test("a manifest is filled in, in one order, and publishes no condition of this repository", () => {
  const exports = { ".": { "@model-api/source": "./src/a.ts", types: "./a.d.ts", default: "./a.js" } };
  const common = { repositoryUrl: "git+https://example.com/a/b.git", license: "MIT", node: ">=20.19" };
  const settled = settleManifest({ exports, version: "1.0.0", name: "a" }, "packages/a", common);
  expect(Object.keys(settled).slice(0, 5)).toEqual(["name", "version", "homepage", "bugs", "repository"]);
  expect(settled.homepage).toBe("https://example.com/a/b/tree/main/packages/a#readme");
  expect(settled.exports).toEqual(exports);
  expect(settled.publishConfig).toEqual({
    access: "public",
    exports: { ".": { types: "./a.d.ts", default: "./a.js" } },
  });
  expect(settleManifest(settled, "packages/a", common)).toEqual(settled);
});

test("sound files have no problems", () => {
  expect(checkFiles(packed(FILES))).toEqual([]);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ["a test", { "src/a.test.ts": "" }, "src/a.test.ts is no part of a package"],
  ["help for tests", { "src/testing/a.ts": "" }, "src/testing/a.ts is no part of a package"],
  ["a path of this machine", { "dist/a.d.ts": `// ${ROOT}/a` }, "dist/a.d.ts holds a path of this machine"],
  ["a font alone", { "assets/Noto-Light.woff2": "" }, "comes without its licence"],
  ["code without a map", { "dist/b.js": "" }, "dist/b.js has no source map"],
  ["a map of nothing", { "dist/c.d.ts.map": '{"sources":["../src/c.ts"]}' }, "whose text is nowhere"],
  ["no example", { "README.md": "not affiliated with RunComfy" }, "README.md has no example"],
])("files with %s are told", (_, files, problem) => {
  expect(checkFiles(packed({ ...FILES, ...files })).join("\n")).toContain(problem);
});

test("what is bundled comes with its licences", () => {
  const app = { "dist/console-app/index.html": "" };
  expect(checkFiles(packed({ ...FILES, ...app })).join("\n")).toContain("dist/console-app comes without");
  expect(checkFiles(packed({ ...FILES, ...app, "dist/console-app/licences.md": "" }))).toEqual([]);
});
