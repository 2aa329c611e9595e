import { tell } from "../output/streams.js";
import type { SavedFile } from "./result-output.js";

/** Opens files, or URLs, with the programs that are meant for them. That it cannot is told, and is no failure of the run. */
export async function openFiles(files: readonly SavedFile[]): Promise<void> {
  const { default: open } = await import("open");
  for (const file of files) {
    const target = file.path ?? file.url;
    try {
      const child = await open(target);
      child.on("error", () => tell(`warning: ${target} cannot be opened here`));
    } catch (error) {
      tell(`warning: ${target} cannot be opened: ${(error as Error).message}`);
    }
  }
}
