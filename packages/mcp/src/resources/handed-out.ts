import type { OutputFile } from "@model-api/client";

/** Files that are remembered at most; the oldest is forgotten first. */
const MOST = 500;

export interface HandedOutFile extends OutputFile {
  readonly requestId: string;
  readonly name: string;
}

/** The files that answers have linked to: what is read as a resource is one of them, and no other URL. */
export interface HandedOut {
  add(file: HandedOutFile): void;
  get(url: string): HandedOutFile | undefined;
  /** The newest first. */
  list(): readonly HandedOutFile[];
}

export function createHandedOut(): HandedOut {
  const files = new Map<string, HandedOutFile>();
  return {
    add(file) {
      const key = normalised(file.url);
      files.delete(key);
      files.set(key, file);
      for (const url of files.keys()) {
        if (files.size <= MOST) break;
        files.delete(url);
      }
    },
    get: (url) => files.get(normalised(url)),
    list: () => [...files.values()].reverse(),
  };
}

/** As a parser writes it, which is how a client may give it back. */
const normalised = (url: string) => (URL.canParse(url) ? new URL(url).href : url);
