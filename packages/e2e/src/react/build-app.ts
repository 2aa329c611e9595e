import { join } from "node:path";
import { build } from "esbuild";
import { REPOSITORY } from "../harness.js";

export type ReactVersion = 18 | 19;

/** Files of a page by their paths, as a bundler makes them of `app/`: of the built packages, with React's checks for development. */
export async function buildApp(react: ReactVersion): Promise<ReadonlyMap<string, string>> {
  const folder = join(REPOSITORY, "packages/e2e");
  const { outputFiles } = await build({
    entryPoints: [join(folder, "src/react/app/main.tsx")],
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    outdir: "/",
    write: false,
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"development"' },
    // This repository's own condition would lead to sources instead of what is published.
    tsconfigRaw: {},
    logLevel: "error",
    ...(react === 18 && {
      alias: {
        react: join(folder, "node_modules/react18"),
        "react-dom": join(folder, "node_modules/react-dom18"),
      },
    }),
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}
