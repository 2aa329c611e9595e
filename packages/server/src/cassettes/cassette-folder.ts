import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { extensionOf } from "../media/media-types.js";
import { writeDurably } from "../storage/durable-file.js";
import { type Cassette, CassetteError, type CassetteFile, parseCassette, printCassette } from "./cassette.js";
import { type MediaRecording, recordMedia } from "./record-media.js";

/** A cassette, and where it lies below its folder, with `/` on every system. */
export interface FoundCassette {
  readonly path: string;
  readonly cassette: Cassette;
}

/**
 * A folder of cassettes: `<model id>/<first digits of the key>.json`, and `-2.json` and so on for the same request made again; their media in
 * `media/<sha256>.<extension>`, each once. Names follow from the contents, so that a new recording of the same changes nothing else.
 * Everything is written for its owner only.
 */
export interface CassetteFolder {
  readonly path: string;
  /** Where the nth recording of a request lies, counted from 1. */
  pathOf(modelId: string, key: string, nth: number): string;
  /** How many recordings of a request there are, without a gap from the first. */
  count(modelId: string, key: string): Promise<number>;
  /** Throws a {@link CassetteError} where there is none, or it cannot be played. */
  read(path: string): Promise<Cassette>;
  /** The cassettes of a model that can be read, by path. */
  list(modelId: string): Promise<readonly FoundCassette[]>;
  write(path: string, cassette: Cassette): Promise<void>;
  /** Keeps a medium as it passes by. */
  recordMedia(mediaType: string): MediaRecording;
  /** The pieces of a medium. Throws a {@link CassetteError} where it is missing, or is not what was recorded. */
  readMedia(file: CassetteFile): AsyncIterable<Uint8Array>;
}

/** Digits of the key that a name has: enough that no two requests of a repository meet. */
const NAME_DIGITS = 16;

export function openCassetteFolder(folder: string): CassetteFolder {
  const at = (path: string) => join(folder, ...path.split("/"));
  const mediaPath = ({ sha256, media_type }: Pick<CassetteFile, "sha256" | "media_type">) =>
    `media/${sha256}.${extensionOf(media_type) ?? "bin"}`;
  const pathOf = (modelId: string, key: string, nth: number) =>
    `${modelId}/${key.slice(0, NAME_DIGITS)}${nth === 1 ? "" : `-${nth}`}.json`;

  async function read(path: string): Promise<Cassette> {
    const text = await readFile(at(path), "utf8").catch((error) => {
      throw new CassetteError(error.code === "ENOENT" ? "is not there" : `could not be read (${error.code})`);
    });
    return parseCassette(text);
  }

  return {
    path: folder,
    pathOf,
    read,
    async count(modelId, key) {
      let n = 0;
      while (await stat(at(pathOf(modelId, key, n + 1))).catch(() => undefined)) n++;
      return n;
    },
    async list(modelId) {
      const names = await readdir(at(modelId)).catch(() => []);
      const found: FoundCassette[] = [];
      for (const name of names.filter((name) => name.endsWith(".json")).sort()) {
        const path = `${modelId}/${name}`;
        const cassette = await read(path).catch(() => undefined);
        if (cassette) found.push({ path, cassette });
      }
      return found;
    },
    async write(path, cassette) {
      await mkdir(dirname(at(path)), { recursive: true, mode: 0o700 });
      await writeDurably(at(path), Buffer.from(printCassette(cassette)), `${at(path)}.${randomUUID()}.part`);
    },
    recordMedia: (mediaType) =>
      recordMedia(at("media"), (sha256) => at(mediaPath({ sha256, media_type: mediaType }))),
    async *readMedia(file) {
      const path = mediaPath(file);
      const hash = createHash("sha256");
      try {
        for await (const chunk of createReadStream(at(path)) as AsyncIterable<Uint8Array>) {
          hash.update(chunk);
          yield chunk;
        }
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw code === undefined
          ? error
          : new CassetteError(`names ${path}, which could not be read (${code})`);
      }
      if (hash.digest("hex") !== file.sha256)
        throw new CassetteError(`names ${path}, whose bytes are not what was recorded`);
    },
  };
}
