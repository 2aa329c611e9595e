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
  const { rules, network, maxBytes, maxRedirects } = options;
  const request = { method: "GET", headers: HEADERS } as const;
  let target = readGuardedUrl(uri, rules);
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const read = (answer: IncomingMessage) => readAnswer(answer, target, maxBytes, signal);
    const got = await afterRedirect(hop, () => exchange(target, request, { rules, network, signal }, read));
    if (typeof got !== "string") return got;
    target = await afterRedirect(hop + 1, () => readGuardedUrl(got, rules, target));
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

/** The body of an answer, or where it redirects to. */
async function readAnswer(
  answer: IncomingMessage,
  { url }: GuardedUrl,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array | string> {
  const { statusCode = 0, headers } = answer;
  if (REDIRECTS.has(statusCode) && headers.location !== undefined) return headers.location;
  if (statusCode !== 200)
    throw new GuardRefusal(`${url.host} answered HTTP ${statusCode}, not 200 with the file`);
  const encoding = headers["content-encoding"]?.trim().toLowerCase() || "identity";
  if (encoding !== "identity")
    throw new GuardRefusal(
      `${url.host} sent it with a content-encoding, though none was asked for; use a URL that answers with the file as it is`,
    );
  if (Number(headers["content-length"] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  return readBody(answer, maxBytes, signal);
}

async function readBody(answer: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof GuardRefusal) throw error;
    throw new GuardRefusal("the connection ended before the file did", { cause: (error as Error).message });
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): GuardRefusal {
  return new GuardRefusal(`it is larger than ${describeBytes(maxBytes)}, which is the most that is taken`);
}
