import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { build } from "esbuild";
import { rollup } from "rollup";
import { type Stats, webpack } from "webpack";
import { REPOSITORY } from "../harness.js";

/**
 * Bundles a program for browsers; gives the code that is loaded at first, and not what is loaded only when it is needed.
 * Names of variables may be others in it; texts are as they were.
 */
export type Bundler = (program: string) => Promise<string>;

const FROM = join(REPOSITORY, "packages/e2e");

const withEsbuild: Bundler = async (program) => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: FROM },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    outdir: "out",
    absWorkingDir: FROM,
    // Else this repository's own condition would lead to sources.
    tsconfigRaw: {},
    write: false,
    logLevel: "error",
    metafile: true,
    minifySyntax: true,
    minifyWhitespace: true,
  });
  const codeOf = (path: string) => outputFiles.find((file) => file.path === join(FROM, path))?.text ?? "";
  const loaded = new Set<string>();
  const load = (path: string) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? [])
      if (kind === "import-statement") load(next);
  };
  load("out/stdin.js");
  return [...loaded].map(codeOf).join("\n");
};

const withRollup: Bundler = (program) =>
  inFolder(program, async (entry) => {
    const bundle = await rollup({
      input: entry,
      plugins: [nodeResolve({ browser: true })],
      // React is CommonJS, which Rollup does not read by itself.
      external: /^react(-dom)?($|\/)/,
      onLog: () => {},
    });
    const { output } = await bundle.generate({ format: "es" });
    const chunks = output.filter((file) => file.type === "chunk");
    const loaded = new Set<string>();
    const load = (name: string) => {
      if (loaded.has(name)) return;
      loaded.add(name);
      for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) load(next);
    };
    load(chunks.find(({ isEntry }) => isEntry)?.fileName ?? "");
    return chunks
      .filter(({ fileName }) => loaded.has(fileName))
      .map(({ code }) => code)
      .join("\n");
  });

const withWebpack: Bundler = (program) =>
  inFolder(program, async (entry, folder) => {
    const output = join(folder, "out");
    const compiler = webpack({
      entry: { main: entry },
      mode: "production",
      target: ["web", "es2022"],
      output: { path: output, chunkFilename: "later.[id].js" },
      optimization: { chunkIds: "named" },
      experiments: { outputModule: true },
    });
    const stats = await new Promise<Stats | undefined>((resolve, reject) =>
      compiler?.run((error, result) => (error ? reject(error) : resolve(result))),
    );
    await new Promise<void>((resolve) => compiler?.close(() => resolve()));
    if (!stats || stats.hasErrors())
      throw new Error(stats?.toString({ preset: "errors-only" }) ?? "webpack said nothing");
    const atFirst = readdirSync(output).filter((name) => /\.m?js$/.test(name) && !name.startsWith("later."));
    return atFirst.map((name) => readFileSync(join(output, name), "utf8")).join("\n");
  });

export const BUNDLERS: Readonly<Record<string, Bundler>> = {
  esbuild: withEsbuild,
  Rollup: withRollup,
  webpack: withWebpack,
};

/** The program as a file in a folder of its own beside the packages, so that they are found. */
async function inFolder<Result>(
  program: string,
  use: (entry: string, folder: string) => Promise<Result>,
): Promise<Result> {
  const outside = mkdtempSync(join(tmpdir(), "model-api-bundle-"));
  const entry = join(FROM, `.bundle-${process.pid}-${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(entry, program);
  try {
    return await use(entry, outside);
  } finally {
    rmSync(entry, { force: true });
    rmSync(outside, { recursive: true, force: true });
  }
}
