import { type Clock, systemClock } from "../clock.js";
import type { MediaKind, RemoteFile } from "../engines/engine.js";
import { withDeadline } from "../guard/abort.js";
import { describeUrl } from "../guard/describe-url.js";
import type { GuardRules } from "../guard/guarded-url.js";
import { type Network, systemNetwork } from "../guard/network.js";
import { GuardRefusal } from "../guard/refusal.js";
import { readDataUri } from "./data-uri.js";
import { openUrl } from "./fetch-url.js";
import { sniffStream } from "./sniff-stream.js";

export interface OutputFetcherOptions {
  /** As for media inputs. */
  readonly allowLoopback: boolean;
  /** @default 2147483648 (2 GiB) */
  readonly maxBytes?: number;
  /** Milliseconds for one file, from the lookup of its name to its last byte. @default 600000 (10 minutes) */
  readonly timeoutMs?: number;
  readonly clock?: Clock;
}

/**
 * Fetches what an engine's own service has made. Throws an Error that names the file without its query, and what went wrong.
 * `trustedOrigin` as {@link GuardRules} have it.
 */
export type OutputFetcher = <T>(
  uri: string,
  expected: MediaKind,
  use: (file: RemoteFile) => Promise<T>,
  options: { readonly signal: AbortSignal; readonly trustedOrigin?: string | undefined },
) => Promise<T>;

const MAX_REDIRECTS = 3;

/** `network` is for tests, which have none. */
export function createOutputFetcher(
  options: OutputFetcherOptions,
  network: Partial<Network> = {},
): OutputFetcher {
  const { allowLoopback, maxBytes = 2 * 2 ** 30, timeoutMs = 600_000, clock = systemClock } = options;
  const fetchOptions = {
    network: { ...systemNetwork, ...network },
    maxBytes,
    maxRedirects: MAX_REDIRECTS,
  };
  return async (uri, expected, use, { signal, trustedOrigin }) => {
    const useChecked = async (body: AsyncIterable<Uint8Array>) => {
      const { mediaType, data } = await sniffStream(body);
      if (!mediaType?.startsWith(`${expected}/`))
        throw new GuardRefusal(`it is ${mediaType ?? "of an unknown type"}, and not of the kind ${expected}`);
      return use({ mediaType, data });
    };
    try {
      if (/^data:/i.test(uri)) return await useChecked(once(readDataUri(uri, maxBytes)));
      return await withDeadline({ clock, timeoutMs, signal }, (signal) =>
        openUrl(uri, { ...fetchOptions, rules: { allowLoopback, trustedOrigin } }, signal, useChecked),
      );
    } catch (error) {
      if (!(error instanceof GuardRefusal)) throw error;
      throw new Error(`The ${expected} ${describeUrl(uri)} could not be fetched: ${error.message}.`, {
        cause: error,
      });
    }
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
