import type { IncomingMessage } from "node:http";
import { exchange } from "../guard/exchange.js";
import { type GuardedUrl, type GuardRules, readGuardedUrl } from "../guard/guarded-url.js";
import type { Network } from "../guard/network.js";
import { GuardRefusal } from "../guard/refusal.js";
import { describeBytes } from "./describe-bytes.js";

export interface FetchOptions {
  readonly rules: GuardRules;
  readonly network: Network;
  readonly maxBytes: number;
  readonly maxRedirects: number;
}

/** The statuses that send a GET elsewhere. */
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const HEADERS = { accept: "image/*, video/*, audio/*", "accept-encoding": "identity" };

/** Fetches a URL without ever touching a private network, whatever its names and redirects say. */
export async function fetchUrl(uri: string, options: FetchOptions, signal: AbortSignal): Promise<Uint8Array> {
  return openUrl(uri, options, signal, async (body) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    return Buffer.concat(chunks);
  });
}

/** The same, with the body as it arrives. The connection is closed when `use` is done. */
export async function openUrl<T>(
  uri: string,
  options: FetchOptions,
  signal: AbortSignal,
  use: (body: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const { rules, network, maxBytes, maxRedirects } = options;
  const request = { method: "GET", headers: HEADERS } as const;
  let target = readGuardedUrl(uri, rules);
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const read = async (answer: IncomingMessage): Promise<{ done: T } | { redirect: string }> => {
      const redirect = redirectOf(answer);
      if (redirect !== undefined) return { redirect };
      checkHead(answer, target, maxBytes);
      return { done: await use(bodyOf(answer, maxBytes, signal)) };
    };
    const got = await afterRedirect(hop, () => exchange(target, request, { rules, network, signal }, read));
    if ("done" in got) return got.done;
    target = await afterRedirect(hop + 1, () => readGuardedUrl(got.redirect, rules, target));
  }
  throw new GuardRefusal(
    `it redirects more than ${maxRedirects} times; use the URL that the redirects end at`,
  );
}

/** Says of a refusal that it is not about the caller's own URL, where it is not. */
async function afterRedirect<T>(hop: number, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (hop === 0 || !(error instanceof GuardRefusal)) throw error;
    throw new GuardRefusal(`it redirects, and then ${error.message}`, { cause: error.cause });
  }
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | undefined {
  return REDIRECTS.has(statusCode) ? headers.location : undefined;
}

function checkHead({ statusCode, headers }: IncomingMessage, { url }: GuardedUrl, maxBytes: number): void {
  if (statusCode !== 200)
    throw new GuardRefusal(`${url.host} answered HTTP ${statusCode}, not 200 with the file`);
  const encoding = headers["content-encoding"]?.trim().toLowerCase() || "identity";
  if (encoding !== "identity")
    throw new GuardRefusal(
      `${url.host} sent it with a content-encoding, though none was asked for; use a URL that answers with the file as it is`,
    );
  if (Number(headers["content-length"] ?? 0) > maxBytes) throw tooLarge(maxBytes);
}

async function* bodyOf(
  answer: IncomingMessage,
  maxBytes: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  const chunks = (answer as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await chunks.next().catch((error) => {
        signal.throwIfAborted();
        throw new GuardRefusal("the connection ended before the file did", { cause: error.message });
      });
      if (done) return;
      size += value.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      yield value;
    }
  } finally {
    await chunks.return?.();
  }
}

function tooLarge(maxBytes: number): GuardRefusal {
  return new GuardRefusal(`it is larger than ${describeBytes(maxBytes)}, which is the most that is taken`);
}
