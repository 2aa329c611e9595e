import { type Clock, systemClock } from "../clock.js";
import { EngineError, type FetchedMedia, type MediaKind } from "../engines/engine.js";
import { withDeadline } from "../guard/abort.js";
import { describeUrl } from "../guard/describe-url.js";
import { type Network, systemNetwork } from "../guard/network.js";
import { GuardRefusal } from "../guard/refusal.js";
import type { OwnFileReader } from "../uploads/own-file.js";
import { readDataUri } from "./data-uri.js";
import { fetchUrl } from "./fetch-url.js";
import { checkPixels } from "./pixel-limit.js";
import { sniff } from "./sniff.js";

export interface MediaFetcherOptions {
  /**
   * Whether URLs that are written with a loopback address or a `localhost` name are fetched, by `http:` too. Safe only where
   * nobody else can reach the server.
   */
  readonly allowLoopback: boolean;
  /** Answers the URLs of the server's own files, so that they are never fetched; their size was limited when they came in. */
  readonly readOwnFile?: OwnFileReader;
  /** @default 67108864 (64 MiB) */
  readonly maxBytes?: number;
  /** Width times height of an image, all its frames together. @default 100000000 (100 megapixels) */
  readonly maxPixels?: number;
  /** Milliseconds for one file, from the lookup of its name to its last byte. @default 30000 */
  readonly timeoutMs?: number;
  readonly clock?: Clock;
}

/** What engines fetch media inputs through. What it refuses is the caller's fault, and says so. */
export type MediaFetcher = (uri: string, expected: MediaKind, signal: AbortSignal) => Promise<FetchedMedia>;

const MAX_REDIRECTS = 3;

/** `network` is for tests, which have none. */
export function createMediaFetcher(
  options: MediaFetcherOptions,
  network: Partial<Network> = {},
): MediaFetcher {
  const { allowLoopback, readOwnFile, maxBytes = 64 * 2 ** 20, maxPixels = 100_000_000 } = options;
  const { timeoutMs = 30_000, clock = systemClock } = options;
  const fetchOptions = {
    rules: { allowLoopback },
    network: { ...systemNetwork, ...network },
    maxBytes,
    maxRedirects: MAX_REDIRECTS,
  };

  async function bytesOf(uri: string, signal: AbortSignal): Promise<Uint8Array> {
    if (/^data:/i.test(uri)) return readDataUri(uri, maxBytes);
    const own = await readOwnFile?.(uri);
    return own ?? withDeadline({ clock, timeoutMs, signal }, (signal) => fetchUrl(uri, fetchOptions, signal));
  }

  return async (uri, expected, signal) => {
    try {
      const bytes = await bytesOf(uri, signal);
      const mediaType = await sniff(bytes);
      if (!mediaType?.startsWith(`${expected}/`)) {
        throw new GuardRefusal(
          `it is ${mediaType ?? "of an unknown type"}, not ${expected === "video" ? "a" : "an"} ${expected}`,
        );
      }
      if (expected === "image") checkPixels(bytes, mediaType, maxPixels);
      return { bytes, mediaType };
    } catch (error) {
      if (!(error instanceof GuardRefusal)) throw error;
      const message = `The ${expected} ${describeUrl(uri)} could not be used: ${error.message}.`;
      throw new EngineError("input", message, { cause: error });
    }
  };
}
