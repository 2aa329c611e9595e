import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { type PublishedPackage, ROOT } from "./workspace.js";

/** Where the reports are, from the root. */
export const REPORTS = "etc/api";

/** A public entry: `client` for `@model-api/client`, `client.proxy-node` for `@model-api/client/proxy/node`. */
export const reportName = (directory: string, entry: string): string =>
  [directory.replace("packages/", ""), entry.replace(/^\.\/?/, "").replaceAll("/", "-")]
    .filter(Boolean)
    .join(".");

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: ["node"],
  typeRoots: [join(ROOT, "node_modules/@types")],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};
const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

/** A subpath of a package that leads to code. */
export interface Entry {
  readonly of: PublishedPackage;
  readonly path: string;
}

/**
 * The public surface of each entry as text, by its built declarations: what it exports, then what that is made of in the same
 * package without being exported. Comments are left out, and things are sorted by name.
 */
export function describeEntries(entries: readonly Entry[]): string[] {
  const program = ts.createProgram(entries.map(declarationsOf), OPTIONS);
  const checker = program.getTypeChecker();
  return entries.map((entry) => {
    const source = program.getSourceFile(declarationsOf(entry));
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${entry.of.name}: ${entry.path} exports nothing`);
    return describe(module, checker, entry);
  });
}

function declarationsOf({ of: { name, folder, manifest }, path }: Entry): string {
  const target = manifest.exports?.[path];
  const types = typeof target === "object" ? target.types : undefined;
  if (!types) throw new Error(`${name}: ${path} has no types`);
  if (!existsSync(join(folder, types))) throw new Error(`${name} is not built: there is no ${types}`);
  return join(folder, types);
}

function describe(module: ts.Symbol, checker: ts.TypeChecker, { of: each, path }: Entry): string {
  const own = new Map<ts.Symbol, string>();
  const others = new Map<string, string[]>();
  for (const exported of checker.getExportsOfModule(module)) {
    const symbol = resolve(exported, checker);
    const from = packageOf(symbol, each);
    if (from === undefined) own.set(symbol, exported.name);
    else others.set(from, [...(others.get(from) ?? []), exported.name]);
  }
  const behind = new Set<ts.Symbol>();
  const look = (symbol: ts.Symbol) => {
    for (const used of usedBy(symbol, checker)) {
      if (own.has(used) || behind.has(used) || packageOf(used, each) !== undefined) continue;
      behind.add(used);
      look(used);
    }
  };
  for (const symbol of own.keys()) look(symbol);

  const lines = [
    `## ${each.name}${path.slice(1)}`,
    "",
    "Written by `npm run api` from the built declarations.",
    "",
  ];
  for (const [from, names] of [...others].sort()) lines.push(`From ${from}: ${names.sort().join(", ")}.`, "");
  lines.push("```ts", ...texts(own, checker), "```", "");
  if (behind.size > 0) {
    const named = new Map([...behind].map((symbol) => [symbol, symbol.name] as const));
    lines.push(
      "Not exported, but what the above is made of:",
      "",
      "```ts",
      ...texts(named, checker),
      "```",
      "",
    );
  }
  return lines.join("\n");
}

function resolve(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The package that declares it; undefined for the package itself. */
function packageOf(symbol: ts.Symbol, { folder }: PublishedPackage): string | undefined {
  const [declaration] = symbol.declarations ?? [];
  const file = declaration?.getSourceFile().fileName;
  if (!file) return "nowhere";
  if (!relative(folder, file).startsWith("..")) return undefined;
  const [, workspace] = /\/packages\/([^/]+)\/(?:dist|src)\//.exec(file) ?? [];
  if (workspace) return `@model-api/${workspace}`;
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? "nowhere";
}

/** What the declarations of a symbol name, at the top of some file. */
function usedBy(symbol: ts.Symbol, checker: ts.TypeChecker): Set<ts.Symbol> {
  const used = new Set<ts.Symbol>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const named = checker.getSymbolAtLocation(node);
      const found = named && resolve(named, checker);
      if (found && found !== symbol && found.declarations?.some(isTopLevel)) used.add(found);
    }
    ts.forEachChild(node, visit);
  };
  for (const declaration of symbol.declarations ?? []) visit(declaration);
  return used;
}

/** The statement that declares something, unless that is inside of another declaration. */
function statementOf(declaration: ts.Declaration): ts.Node {
  return ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
}

function isTopLevel(declaration: ts.Declaration): boolean {
  const isNamed =
    ts.isInterfaceDeclaration(declaration) ||
    ts.isTypeAliasDeclaration(declaration) ||
    ts.isClassDeclaration(declaration) ||
    ts.isFunctionDeclaration(declaration) ||
    ts.isEnumDeclaration(declaration) ||
    ts.isVariableDeclaration(declaration);
  return isNamed && ts.isSourceFile(statementOf(declaration).parent);
}

function texts(symbols: ReadonlyMap<ts.Symbol, string>, checker: ts.TypeChecker): string[] {
  const sorted = [...symbols].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.flatMap(([symbol, name], index) => {
    // What other modules add to an interface is theirs.
    const own = (symbol.declarations ?? [])
      .filter(isTopLevel)
      .map(statementOf)
      .map((node) => {
        const text = printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
        return text.replace(/^(?:export )?(?:declare )?/, "");
      });
    const renamed = name !== symbol.name && symbol.name !== "default" ? [`// exported as ${name}`] : [];
    // A namespace, as of `export * as name`.
    const text = own.length > 0 && !isModule(symbol) ? own : [`${name}: ${namesOf(symbol, checker)}`];
    return [...(index > 0 ? [""] : []), ...renamed, ...text];
  });
}

const isModule = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.ValueModule) !== 0;

const namesOf = (symbol: ts.Symbol, checker: ts.TypeChecker) =>
  `{ ${checker
    .getExportsOfModule(symbol)
    .map(({ name }) => name)
    .sort()
    .join(", ")} }`;
