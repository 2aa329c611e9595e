import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { REPOSITORY } from "../repository.js";

/** One file that a bundler makes of a program. */
export interface Chunk {
  readonly fileName: string;
  readonly text: string;
  readonly gzipped: number;
  /** Files that load with it, and files that it loads only when it needs them. */
  readonly imports: readonly string[];
  readonly lazyImports: readonly string[];
}

export interface Bundle {
  /** What a page loads to run the program. */
  readonly eager: readonly Chunk[];
  /** What is loaded besides, by the path of the module that is asked for; a file that two of them share is in both. */
  readonly lazy: ReadonlyMap<string, readonly Chunk[]>;
}

export interface BundleOptions {
  /** Whether to cut it into chunks. */
  readonly splitting: boolean;
  /** Packages that are left out. */
  readonly external?: readonly string[];
}

/** Bundles a program for browsers: minified, as ES modules. */
export async function bundle(source: string, { splitting, external = [] }: BundleOptions): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: join(REPOSITORY, "packages/bench") },
    bundle: true,
    minify: true,
    splitting,
    external: [...external],
    format: "esm",
    platform: "browser",
    target: "es2022",
    // Otherwise this repository's own condition would lead to sources instead of what is published.
    tsconfigRaw: {},
    outdir: "out",
    absWorkingDir: REPOSITORY,
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const contents = new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
  const chunks = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [
      path,
      chunkOf(basename(path), contents.get(basename(path)) ?? new Uint8Array(), output),
    ]),
  );
  const load = (path: string) => [...closure(path, chunks)];
  const entry = Object.keys(metafile.outputs).find(
    (path) => metafile.outputs[path]?.entryPoint === "<stdin>",
  );
  const eager = load(entry ?? "");
  const lazyPaths = new Set([...chunks.values()].flatMap(({ lazyImports }) => lazyImports));
  const lazy = [...lazyPaths].map((path) => {
    const besides = load(path).filter((chunk) => !eager.includes(chunk));
    return [metafile.outputs[path]?.entryPoint ?? path, besides] as const;
  });
  return { eager, lazy: new Map(lazy) };
}

export const sizeOf = (chunks: readonly Chunk[]): number =>
  chunks.reduce((sum, { gzipped }) => sum + gzipped, 0);

function chunkOf(fileName: string, contents: Uint8Array, { imports }: Metafile["outputs"][string]): Chunk {
  const paths = (kind: string) => imports.filter((each) => each.kind === kind).map(({ path }) => path);
  return {
    fileName,
    text: new TextDecoder().decode(contents),
    gzipped: gzipSync(contents, { level: 9 }).length,
    imports: paths("import-statement"),
    lazyImports: paths("dynamic-import"),
  };
}

/** A file and all that it imports statically. */
function closure(path: string, chunks: ReadonlyMap<string, Chunk>, seen = new Set<Chunk>()): Set<Chunk> {
  const chunk = chunks.get(path);
  if (!chunk || seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const imported of chunk.imports) closure(imported, chunks, seen);
  return seen;
}
