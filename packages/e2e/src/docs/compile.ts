import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { PageBlock } from "./blocks.js";

/** A folder of this package, so that blocks find what is installed for it. Nothing is written there. */
const FOLDER = fileURLToPath(new URL("../../.docs", import.meta.url)).replaceAll("\\", "/");

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.ReactJSX,
  types: ["node"],
  typeRoots: [join(FOLDER, "../node_modules/@types")],
  skipLibCheck: true,
};

/**
 * Compiles blocks in one program, in strict mode, against the built packages. The blocks of a page see each other under the
 * paths that their first lines say (`// lib/model-api.ts`). Gives what the compiler says, by page and line.
 * @param beside what pages leave to their reader, by page and path
 */
export function compileBlocks(
  blocks: readonly PageBlock[],
  beside: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): string[] {
  const files = new Map<string, string>();
  for (const [page, others] of Object.entries(beside))
    for (const [path, text] of Object.entries(others)) files.set(`${FOLDER}/${page}/${path}`, text);
  for (const block of blocks) files.set(pathOf(block), "\n".repeat(block.line) + block.code);

  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  const folders = new Set([...files.keys()].flatMap(foldersOf));
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.directoryExists = (path) => folders.has(path) || (directoryExists?.(path) ?? false);
  host.getSourceFile = (path, ...rest) => {
    const text = files.get(path);
    return text === undefined
      ? getSourceFile(path, ...rest)
      : ts.createSourceFile(path, text, ...(rest.slice(0, 1) as [ts.ScriptTarget]), true);
  };
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map(textOf);
}

const foldersOf = (path: string): string[] =>
  path.split("/").map((_, index, parts) => parts.slice(0, index).join("/"));

function pathOf({ page, code, language, line }: PageBlock): string {
  const named = /^\/\/ (\S+\.tsx?)\n/.exec(code)?.[1];
  return `${FOLDER}/${page}/${named ?? `line-${line}.${language}`}`;
}

function textOf({ file, start, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  if (!file || start === undefined) return message;
  const page = file.fileName.replace(`${FOLDER}/`, "").replace(/(\.md)\/.*$/, "$1");
  return `${page}:${file.getLineAndCharacterOfPosition(start).line + 1}: ${message}`;
}
