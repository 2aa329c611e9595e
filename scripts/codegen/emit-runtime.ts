import { readdirSync, readFileSync } from "node:fs";
import { BANNER } from "@model-api/codegen";
import ts from "typescript";

const FOLDER = new URL("./runtime/", import.meta.url);

/** The hand-written, tested part of the generated package, as plain `.js` and `.d.ts`. */
export function emitRuntime(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(FOLDER)
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .sort()) {
    const source = readFileSync(new URL(name, FOLDER), "utf8");
    const compilerOptions: ts.CompilerOptions = {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    };
    const options = { compilerOptions, fileName: name, reportDiagnostics: true };
    const declarations = { ...compilerOptions, declaration: true, isolatedDeclarations: true };
    for (const [extension, result] of [
      [".js", ts.transpileModule(source, options)],
      [".d.ts", ts.transpileDeclaration(source, { ...options, compilerOptions: declarations })],
    ] as const) {
      const problem = result.diagnostics?.[0];
      if (problem)
        throw new Error(`runtime/${name}: ${ts.flattenDiagnosticMessageText(problem.messageText, "\n")}`);
      files[`runtime/${name.replace(/\.ts$/, extension)}`] = `${BANNER}${result.outputText}`;
    }
  }
  return files;
}
