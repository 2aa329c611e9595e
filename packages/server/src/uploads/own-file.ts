import { buffer } from "node:stream/consumers";
import { isFileName } from "../http/file-name.js";
import { type Storage, uploadKey } from "../storage/storage.js";
import { belongsTo } from "./upload-name.js";

/** The bytes behind the URL of an upload to this server; undefined for every other URL. */
export type OwnFileReader = (uri: string) => Promise<Uint8Array | undefined>;

/** As uploads are handed out: no credentials, no query. */
const UPLOAD_URL = /^(https?:\/\/[^?#@]+)\/files\/([^/?#]+)$/;

/**
 * Reads uploads from where they are kept: the server need not reach itself over a network, and the guard that keeps engines off
 * private addresses gets no exception for it.
 *
 * Which bases are the server's own is not asked of `publicUrl` or of what it has answered under: the Host header is the caller's to
 * choose, and both change while URLs are about. A name carries the mark of the base that it was handed out under, so a URL is
 * the server's own when base and name belong together and the file is here. Whoever forges a Host header gets names for
 * files of its own, and whoever can write a name may read the file anyway.
 */
export function createOwnFileReader(storage: Storage): OwnFileReader {
  return async (uri) => {
    const name = ownFileName(uri);
    const file = name === undefined ? undefined : await storage.find(uploadKey(name));
    return file && buffer(file.open());
  };
}

/** Whether a URI has been handed out for an upload to this server; the upload itself may be gone. */
export function isOwnFileUrl(uri: string): boolean {
  return ownFileName(uri) !== undefined;
}

function ownFileName(uri: string): string | undefined {
  const [, base, name] = UPLOAD_URL.exec(uri) ?? [];
  return base && name && isFileName(name) && belongsTo(base, name) ? name : undefined;
}
