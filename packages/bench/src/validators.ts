import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { models } from "@model-api/models";
import { build } from "esbuild";
import { printRows } from "./report.js";
import { REPOSITORY } from "./repository.js";

/** Bytes of each validator by itself, bundled, minified and gzipped. */
export async function benchValidators(): Promise<void> {
  const sizes = await Promise.all(
    models.map(async ({ model_id: id }) => {
      const { outputFiles } = await build({
        stdin: {
          contents: `export { validator } from "@model-api/models/${id}";`,
          resolveDir: join(REPOSITORY, "packages/bench"),
        },
        bundle: true,
        minify: true,
        format: "esm",
        write: false,
      });
      return { id, bytes: gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length };
    }),
  );
  sizes.sort((a, b) => a.bytes - b.bytes);
  const [smallest, middle, largest] = [sizes[0], sizes[sizes.length >> 1], sizes.at(-1)];
  const within = sizes.filter(({ bytes }) => bytes <= 2048).length;
  printRows("A validator by itself: bytes, bundled, minified, gzipped", [
    ...[smallest, middle, largest].map((size) => ({
      what: size?.id ?? "",
      figure: `${size?.bytes} B`,
      goal: "2,048 B",
    })),
    { what: "within the goal", figure: `${within} of ${sizes.length}`, goal: "all" },
  ]);
}
