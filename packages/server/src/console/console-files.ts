import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

/** A file of the built console. */
export interface ConsoleFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  /** Whether its name says what is in it, so that it may be kept for ever. */
  readonly isHashed: boolean;
  /** The same, compressed; made when it is first asked for, and undefined where that does not pay. */
  gzipped(): Uint8Array<ArrayBuffer> | undefined;
}

/** By path, such as `/assets/index-a1b2c3d4.js`. */
export type ConsoleFiles = ReadonlyMap<string, ConsoleFile>;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};
const TEXT = /^text\/|json|svg/;
/** A smaller file is in one packet either way. */
const LEAST_TO_COMPRESS = 1024;

/**
 * Reads all that was built; it is about a megabyte. What is not read here is never served, whatever a path says. Throws where there
 * is no `index.html`.
 */
export function readConsoleFiles(folder: string): ConsoleFiles {
  const files = new Map<string, ConsoleFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).replaceAll("\\", "/").replace(/^\/*/, "/");
    files.set(path, toFile(new Uint8Array(readFileSync(file)), type, path.startsWith("/assets/")));
  }
  if (!files.has("/index.html"))
    throw new TypeError(`There is no index.html in ${folder}: it is not a folder of the built console.`);
  return files;
}

function toFile(bytes: Uint8Array<ArrayBuffer>, type: string, isHashed: boolean): ConsoleFile {
  let zipped: Uint8Array<ArrayBuffer> | undefined;
  const pays = TEXT.test(type) && bytes.length >= LEAST_TO_COMPRESS;
  return {
    bytes,
    type,
    isHashed,
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    gzipped() {
      if (pays) zipped ??= new Uint8Array(gzipSync(bytes, { level: 9 }));
      return zipped;
    },
  };
}
