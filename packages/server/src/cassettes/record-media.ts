import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { CassetteFile } from "./cassette.js";

/** A medium that is copied while it goes where it was going. */
export interface MediaRecording {
  /** The same pieces. Where the copy fails they go on: what has been paid for comes first. */
  pass(data: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** Gives the copy its name, once all has passed. Throws where there is no whole copy. */
  finish(): Promise<Pick<CassetteFile, "sha256" | "size">>;
  /** Removes the copy, if it has no name yet. */
  discard(): Promise<void>;
}

/** `pathOf` gives the place of a copy by its SHA-256, which is known at its end only. */
export function recordMedia(folder: string, pathOf: (sha256: string) => string): MediaRecording {
  const partial = join(folder, `${randomUUID()}.part`);
  const hash = createHash("sha256");
  let size = 0;
  let isWhole = false;
  let failure: unknown;

  async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
    if (failure !== undefined) return undefined;
    try {
      return await act();
    } catch (error) {
      failure = error;
      return undefined;
    }
  }

  return {
    async *pass(data) {
      await attempt(() => mkdir(folder, { recursive: true, mode: 0o700 }));
      const copy: FileHandle | undefined = await attempt(() => open(partial, "w", 0o600));
      try {
        for await (const chunk of data) {
          hash.update(chunk);
          size += chunk.byteLength;
          await attempt(async () => copy?.writeFile(chunk));
          yield chunk;
        }
        isWhole = true;
      } finally {
        await attempt(async () => copy?.sync());
        await copy?.close();
      }
    },
    async finish() {
      if (failure !== undefined) throw failure;
      if (!isWhole) throw new Error("the file did not pass as a whole");
      const sha256 = hash.digest("hex");
      await rename(partial, pathOf(sha256));
      return { sha256, size };
    },
    discard: () => rm(partial, { force: true }),
  };
}
