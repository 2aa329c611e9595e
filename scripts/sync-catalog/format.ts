import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "./flags.js";
import { isSame } from "./json.js";
import { layOut } from "./layout.js";

const BIOME = join(REPOSITORY, "node_modules/@biomejs/biome/bin/biome");
const AT_ONCE = 8;

/** Model files as text that Biome has nothing to change in; without Biome, as text that differs from it in rare lines. */
export async function format(
  models: readonly { readonly model: unknown; readonly before: string | undefined }[],
): Promise<string[]> {
  const texts = models.map(({ model, before }) => layOut(model, before));
  if (!existsSync(BIOME)) return texts;
  const left = [...texts.keys()];
  const work = async () => {
    for (let index = left.pop(); index !== undefined; index = left.pop())
      texts[index] = await withBiome(texts[index] ?? "");
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return texts;
}

/** By way of its input: Biome refuses paths outside the folder of its configuration. */
function withBiome(text: string): Promise<string> {
  const args = [BIOME, "format", "--stdin-file-path=schemas/models/model.json"];
  return new Promise((resolve) => {
    const options = { cwd: REPOSITORY, maxBuffer: 2 ** 24 };
    const child = execFile(process.execPath, args, options, (error, stdout) => {
      resolve(!error && saysTheSame(stdout, text) ? stdout : text);
    });
    // A child that has gone already says so by its exit.
    child.stdin?.on("error", () => {});
    child.stdin?.end(text);
  });
}

/** A formatter of another version, or one that fails half-way, must not cost a fact. */
function saysTheSame(formatted: string, text: string): boolean {
  try {
    return isSame(JSON.parse(formatted), JSON.parse(text));
  } catch {
    return false;
  }
}
