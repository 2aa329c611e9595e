import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** What a module loads before it is asked for anything: files of this package, and other packages. */
function loadedBy(file: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(file, "utf8");
  for (const [, what = "", from = ""] of text.matchAll(/^(?:import|export) ([^;]*?) from "([^"]+)";/gms)) {
    // Types are gone when it runs.
    if (/^type /.test(what) || isOnlyTypes(what)) continue;
    if (from.startsWith(".")) loadedBy(join(dirname(file), from.replace(/\.js$/, ".ts")), found);
    else found.add(from);
  }
  return found;
}

/** `{ type A, type B }` */
function isOnlyTypes(what: string): boolean {
  const names = /^\{(.*)\}$/s
    .exec(what)?.[1]
    ?.split(",")
    .filter((name) => name.trim());
  return !!names && names.every((name) => name.trim().startsWith("type "));
}

test("a program that only loads the package loads no more than it needs to start", () => {
  const loaded = [...loadedBy(join(import.meta.dirname, "index.ts"))];
  const packages = loaded.filter((name) => !name.startsWith("/") && !name.startsWith("node:"));
  expect(packages).toEqual(["@model-api/client"]);
  for (const later of [
    "/download/download.ts",
    "/keep/keep.ts",
    "/submit-with-journal.ts",
    "/open-inputs.ts",
  ])
    expect(loaded.filter((name) => name.endsWith(later))).toEqual([]);
});
