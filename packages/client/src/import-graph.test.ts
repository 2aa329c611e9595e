import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const SRC = fileURLToPath(new URL(".", import.meta.url));

interface Import {
  readonly from: string;
  readonly to: string;
  /** `type` leaves nothing in the JavaScript; `lazy` is an `import()`. */
  readonly kind: "value" | "type" | "lazy";
}

const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.ts$/.test(path) && !/\.(test|test-d)\.ts$|^testing/.test(path))
  .sort();
const graph: readonly Import[] = sources.flatMap(importsOf);

function importsOf(from: string): Import[] {
  const file = ts.createSourceFile(from, readFileSync(join(SRC, from), "utf8"), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, kind: Import["kind"]) => {
    if (!specifier) return;
    if (!ts.isStringLiteral(specifier)) throw new Error(`${from} imports what only its run would tell`);
    const { text } = specifier;
    const to = text.startsWith(".")
      ? relative(SRC, resolve(SRC, from, "..", text)).replace(/\.js$/, ".ts")
      : text;
    found.push({ from, to, kind });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, isTypeOnly(node.importClause) ? "type" : "value");
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node) ? "type" : "value");
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], "lazy");
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether nothing of it is left where types are removed: the statement says so, or each of its names does. */
function isTypeOnly(clause: ts.ImportClause | ts.ExportDeclaration | undefined): boolean {
  if (!clause) return false;
  if (ts.isExportDeclaration(clause)) {
    const { exportClause, isTypeOnly: isMarked } = clause;
    if (isMarked || !exportClause || !ts.isNamedExports(exportClause)) return isMarked;
    return exportClause.elements.every((element) => element.isTypeOnly);
  }
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every((element) => element.isTypeOnly);
}

/** What is loaded with a file: itself, and what it imports by value, and so on. */
function loadedWith(entry: string): ReadonlySet<string> {
  const loaded = new Set([entry]);
  for (const file of loaded)
    for (const { from, to, kind } of graph) if (from === file && kind === "value") loaded.add(to);
  return loaded;
}

const core = loadedWith("core.ts");
const extras = loadedWith("extras.ts");
const shown = (imports: readonly Import[]) => imports.map(({ from, to }) => `${from} imports ${to}`);

test("the walk sees the sources, and each kind of import", () => {
  expect(sources).toEqual(expect.arrayContaining(["client.ts", "uploads/auto.ts", "generated/openapi.ts"]));
  expect(graph).toContainEqual({ from: "client.ts", to: "http.ts", kind: "value" });
  expect(graph).toContainEqual({ from: "client.ts", to: "lent.ts", kind: "type" });
  expect(graph).toContainEqual({ from: "client.ts", to: "extras.ts", kind: "lazy" });
  expect(core).toContain("retry.ts");
  expect(extras).toContain("prepare/copy-input.ts");
});

test("nothing but the client's own files and the catalog's package is imported", () => {
  const foreign = graph.filter(({ to }) => !sources.includes(to) && !/^@model-api\/models(\/\S+)?$/.test(to));
  expect(shown(foreign)).toEqual([]);
});

test("the core loads nothing of the catalog's package, and the whole catalog is only loaded lazily", () => {
  expect([...core].filter((file) => file.startsWith("@"))).toEqual([]);
  expect([...extras].filter((file) => file.startsWith("@"))).toEqual(["@model-api/models/lean"]);
  const catalog = graph.filter(
    ({ to, kind }) => /models(\/load)?$/.test(to) && to.startsWith("@") && kind !== "type",
  );
  expect(catalog).toEqual([{ from: "index.ts", to: "@model-api/models/load", kind: "lazy" }]);
});

test("what is loaded later imports no value of the core but these, which hold neither state nor a class", () => {
  const allowed = /^(abort|catalog|cost|requests)\.ts$|^(prepare|uploads)\//;
  const own = [...extras].filter((file) => file !== "extras.ts" && !file.startsWith("@"));
  expect(own.filter((file) => !allowed.test(file) && file !== "cancel-on-abort.ts")).toEqual([]);
  expect([...core].filter((file) => extras.has(file)).sort()).toEqual(["abort.ts"]);
});

test("only what is loaded later is loaded lazily, but for the catalog", () => {
  const lazy = graph.filter(({ kind }) => kind === "lazy").map(({ to }) => to);
  expect(new Set(lazy)).toEqual(new Set(["extras.ts", "@model-api/models/load"]));
});

test("no file is left that no entry reaches", () => {
  const entries = [
    "index.ts",
    "lean.ts",
    "media.ts",
    "extras.ts",
    "proxy/index.ts",
    "proxy/node.ts",
    "proxy/next-pages.ts",
    "webhooks/index.ts",
  ];
  const reached = new Set(entries);
  for (const file of reached) for (const { from, to } of graph) if (from === file) reached.add(to);
  expect(sources.filter((file) => !reached.has(file))).toEqual([]);
});
