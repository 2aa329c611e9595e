/** What a request brings along that a placeholder takes its shape or its length from. Each is fetched when somebody asks, and once. */

import type { EngineContext, MediaKind } from "../../../engine.js";
import { type Size, uprightSize } from "../../../sizes.js";
import { type FilmFacts, readFilm } from "../mp4/read-film.js";
import type { Model } from "./field-meanings.js";
import type { RequestReader } from "./request-reader.js";

export interface Sources {
  /** The size of the first picture that the input names; undefined where it names none. */
  picture(): Promise<Size | undefined>;
  /** What the first video says; undefined where there is none, or its container is not read here, which is noted. */
  film(): Promise<FilmFacts | undefined>;
}

interface Source {
  /** The field, and with its index where it is a list, e.g. `images[0]`. */
  readonly field: string;
  readonly name: string;
  readonly uri: string;
}

type Input = Readonly<Record<string, unknown>>;

export function createSources(
  model: Model,
  input: Input,
  reader: RequestReader,
  { fetchMedia }: Pick<EngineContext, "fetchMedia">,
): Sources {
  return {
    picture: once(async () => {
      const source = firstSource("image", model, input);
      if (!source) return undefined;
      reader.follow([source.field]);
      const { bytes } = await fetchMedia(source.uri, "image");
      return uprightSize(bytes, source.name);
    }),
    film: once(async () => {
      const source = firstSource("video", model, input);
      if (!source) return undefined;
      reader.follow([source.field]);
      const { bytes, mediaType } = await fetchMedia(source.uri, "video");
      const facts = readFilm(bytes);
      if (!facts) {
        reader.note(
          source.name,
          `its size and its length cannot be read from ${mediaType}; usual ones are taken`,
        );
      }
      return facts;
    }),
  };
}

/** The first file of a kind that the input names, by the order of the model's fields. */
function firstSource(kind: MediaKind, { inputSchema }: Model, input: Input): Source | undefined {
  const format = `${kind}_uri`;
  for (const [name, field] of Object.entries(inputSchema.properties)) {
    const value = input[name];
    if (field.format === format && typeof value === "string") return { field: name, name, uri: value };
    const [first] = Array.isArray(value) && field.items?.format === format ? value : [];
    if (typeof first === "string") return { field: name, name: `${name}[0]`, uri: first };
  }
  return undefined;
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}
