import { EngineError, type FetchedMedia, type MediaKind } from "../engines/engine.js";
import type { OwnFileReader } from "../uploads/own-file.js";
import { decodeDataUri } from "./data-uri.js";
import { FetchRefused, fetchUrl } from "./fetch-url.js";
import { sniff } from "./sniff.js";

export interface MediaFetcherOptions {
  /** Whether `http:` URLs to loopback addresses are allowed. Safe only where nobody else can reach the server. */
  readonly allowLoopback: boolean;
  /** Answers the URLs of the server's own files, so that they are never fetched; their size was limited when they came in. */
  readonly readOwnFile?: OwnFileReader;
  /** @default 67108864 (64 MiB) */
  readonly maxBytes?: number;
  /** Milliseconds for one file. @default 30000 */
  readonly timeoutMs?: number;
}

/** What engines fetch media inputs through. What it refuses is the caller's fault, and says so. */
export type MediaFetcher = (uri: string, expected: MediaKind, signal: AbortSignal) => Promise<FetchedMedia>;

export function createMediaFetcher(options: MediaFetcherOptions): MediaFetcher {
  const { allowLoopback, readOwnFile, maxBytes = 64 * 2 ** 20, timeoutMs = 30_000 } = options;

  async function bytesOf(uri: string, signal: AbortSignal): Promise<Uint8Array> {
    if (/^data:/i.test(uri)) {
      const bytes = decodeDataUri(uri);
      if (!bytes) throw new FetchRefused("it is a malformed data URI");
      return bytes;
    }
    const own = await readOwnFile?.(uri);
    if (own) return own;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      return await fetchUrl(
        uri,
        { allowLoopback, maxBytes, maxRedirects: 3 },
        AbortSignal.any([signal, timeout]),
      );
    } catch (error) {
      if (timeout.aborted && !signal.aborted)
        throw new FetchRefused(`it did not arrive within ${timeoutMs / 1000} s`);
      throw error;
    }
  }

  return async (uri, expected, signal) => {
    const shown = uri.length > 80 ? `${uri.slice(0, 80)}…` : uri;
    try {
      const bytes = await bytesOf(uri, signal);
      const mediaType = await sniff(bytes);
      if (!mediaType?.startsWith(`${expected}/`)) {
        throw new FetchRefused(
          `it is ${mediaType ?? "of an unknown type"}, not ${expected === "video" ? "a" : "an"} ${expected}`,
        );
      }
      return { bytes, mediaType };
    } catch (error) {
      if (!(error instanceof FetchRefused)) throw error;
      throw new EngineError("input", `The ${expected} ${shown} could not be used: ${error.message}.`, {
        cause: error,
      });
    }
  };
}
