import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "tsup";

/** A program that is started often. */
export interface Program {
  /** Starts it with one argument, and lends what kills it; gives what it has said, and the signal that it died by. */
  run(
    argument: string,
    lend?: (kill: () => void) => void,
  ): Promise<{ readonly output: string; readonly signal: NodeJS.Signals | null }>;
  remove(): void;
}

/** Makes one file of a program's sources, once: to compile them at each start takes ten times as long as to run them. */
export async function bundleProgram(source: string): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), "model-api-node-test-"));
  await build({
    entry: { program: source },
    outDir: folder,
    config: false,
    silent: true,
    format: "esm",
    target: "node20",
    platform: "node",
    noExternal: [/^@model-api\//],
    external: ["undici", "file-type"],
    outExtension: () => ({ js: ".mjs" }),
    esbuildOptions(options) {
      options.conditions = ["@model-api/source"];
    },
  });
  return {
    run: (argument, lend) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [join(folder, "program.mjs"), argument], {
          stdio: ["ignore", "pipe", "inherit"],
        });
        lend?.(() => child.kill("SIGKILL"));
        let output = "";
        child.stdout.on("data", (piece) => {
          output += piece;
        });
        child.on("error", reject);
        child.on("close", (_, signal) => resolve({ output, signal }));
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
