import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { REPOSITORY, temporaryFolder } from "../harness.js";

export type ReactVersion = 18 | 19;

const FOLDER = join(REPOSITORY, "packages/e2e");

/** `readme:<package>` is the example of the README that imports the package. */
const readme: Plugin = {
  name: "readme",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^readme:/ }, ({ path }) => ({
      path: path.slice("readme:".length),
      namespace: "readme",
    }));
    onLoad({ filter: /./, namespace: "readme" }, ({ path }) => {
      const page = readFileSync(join(REPOSITORY, "packages/react/README.md"), "utf8");
      const examples = [...page.matchAll(/```tsx\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
      const contents = examples.find((code) => code.includes(` from "${path}";`));
      if (contents === undefined) throw new Error(`The README has no example that imports ${path}`);
      return { contents, loader: "tsx", resolveDir: FOLDER };
    });
  },
};

function optionsFor(react: ReactVersion) {
  return {
    bundle: true,
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"development"' },
    // This repository's own condition would lead to sources instead of what is published.
    tsconfigRaw: {},
    logLevel: "error",
    plugins: [readme],
    ...(react === 18 && {
      alias: {
        react: join(FOLDER, "node_modules/react18"),
        "react-dom": join(FOLDER, "node_modules/react-dom18"),
      },
    }),
  } satisfies BuildOptions;
}

/** Files of a page by their paths, as a bundler makes them of `app/`: of the built packages, with React's checks for development. */
export async function buildApp(react: ReactVersion): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    ...optionsFor(react),
    entryPoints: [join(FOLDER, "src/react/app/main.tsx")],
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    outdir: "/",
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}

/** What `app/render.tsx` exports, with this version of React. */
export async function buildRenderer(react: ReactVersion): Promise<unknown> {
  const outfile = join(temporaryFolder(), "render.cjs");
  await build({
    ...optionsFor(react),
    entryPoints: [join(FOLDER, "src/react/app/render.tsx")],
    format: "cjs",
    platform: "node",
    outfile,
  });
  return createRequire(import.meta.url)(outfile);
}
