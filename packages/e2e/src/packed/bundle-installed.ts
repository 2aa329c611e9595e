import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import type { Project } from "./project.js";

/** Bundles a program of the project with what the project has installed. */
export async function bundleInstalled({ folder }: Project, entry: string, out: string): Promise<string> {
  const outfile = join(folder, out);
  await build({
    entryPoints: [join(folder, entry)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    absWorkingDir: folder,
    tsconfigRaw: {},
    plugins: [NOTHING_OF_NODE],
    logLevel: "error",
  });
  return outfile;
}

const NOTHING_OF_NODE: Plugin = {
  name: "nothing-of-node",
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path, importer }) => ({
      errors: [{ text: `${importer} needs ${path}` }],
    }));
  },
};
