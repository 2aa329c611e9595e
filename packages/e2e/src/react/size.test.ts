import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { REPOSITORY } from "../harness.js";

const BESIDES = ["react", "@tanstack/react-query", "@model-api/client", "@model-api/models"];

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${REPOSITORY}/packages/e2e` },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    tsconfigRaw: {},
    external: BESIDES,
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

test("all the hooks are under 4 kB without their peers and the client, and the form is no part of them", async () => {
  const code = await bundle('export * from "@model-api/react";');
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(4000);
  expect(code).toContain("useQuery");
  expect(code).not.toContain("createObjectURL");
});

test("there is one context, whichever entries a page takes, and nothing is made of text", async () => {
  const code = await bundle(
    'export * from "@model-api/react"; export * from "@model-api/react/form"; export * as queries from "@model-api/react/queries";',
  );
  // Said where the context is made.
  expect(code.match(/There is no <ModelApiProvider>/g)).toHaveLength(1);
  expect(code).not.toMatch(/new Function|\beval\(|dangerouslySetInnerHTML/);
});
