import type { Clock, Fetch, OutputFile } from "@model-api/client";
import { SNIFF_LENGTH, sniffMediaType } from "@model-api/client/media";
import { askTrusted } from "./ask-trusted.js";
import { OutputError, PassingFailure } from "./output-error.js";
import { readBody } from "./read-body.js";

export interface Fetching {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly isTrusted: (url: URL) => boolean;
  readonly maxBytes: number;
  readonly signal: AbortSignal | undefined;
}

/** A file of an output, in memory. */
export interface FetchedOutput extends OutputFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

const RETRIES = 4;
const FIRST_DELAY = 500;
/** Milliseconds of the longest pause that a server may ask for. */
const LONGEST_DELAY = 60_000;
/** Milliseconds without a byte after which a connection counts as broken. */
const IDLE = 60_000;

/**
 * Fetches a file of an output: without the token, from trusted hosts only, and again where a failure may pass, since the file is
 * paid for.
 * @throws OutputError; the signal's reason
 */
export async function fetchOutput(file: OutputFile, fetching: Fetching): Promise<FetchedOutput> {
  const { clock, signal } = fetching;
  for (let retries = 0; ; retries++) {
    try {
      return await withoutIdling(clock, signal, (inner, touch) => attempt(file, fetching, inner, touch));
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof PassingFailure)) throw error;
      if (retries === RETRIES)
        throw new OutputError(`it failed ${retries + 1} times, last with: ${error.message}`, file.url);
      const backoff = (0.5 + clock.random() / 2) * FIRST_DELAY * 2 ** retries;
      await pause(clock, Math.min(LONGEST_DELAY, Math.max(backoff, error.retryAfter)), signal);
    }
  }
}

async function attempt(
  file: OutputFile,
  { fetch, isTrusted, maxBytes }: Fetching,
  signal: AbortSignal,
  touch: () => void,
): Promise<FetchedOutput> {
  const response = await askTrusted(file.url, fetch, isTrusted, signal);
  touch();
  const { status, headers } = response;
  const drop = () => response.body?.cancel().catch(() => {});
  if ([408, 425, 429].includes(status) || status >= 500) {
    await drop();
    throw new PassingFailure(`HTTP ${status}`, 1000 * (Number(headers.get("retry-after")) || 0));
  }
  if (status !== 200) {
    await drop();
    throw new OutputError(`HTTP ${status}; outputs expire on the hosted service`, file.url);
  }
  const bytes = await readBody(response, maxBytes, file.url, touch);
  const told = (headers.get("content-type") ?? "").replace(/;.*$/s, "").trim().toLowerCase();
  const mediaType = sniffMediaType(bytes.subarray(0, SNIFF_LENGTH)) ?? told;
  if (/^(image|video|audio)\/./.test(mediaType)) return { ...file, bytes, mediaType };
  throw new OutputError(`what came is no media file, but ${mediaType || "of an unknown type"}`, file.url);
}

/** Work whose signal is aborted with the caller's, or when it has not been touched for too long. */
async function withoutIdling<T>(
  clock: Clock,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal, touch: () => void) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const abort = () => own.abort(caller?.reason);
  let stop = () => {};
  const touch = () => {
    stop();
    stop = clock.after(IDLE, () => own.abort(new PassingFailure(`no byte came for ${IDLE} ms`)));
  };
  caller?.throwIfAborted();
  caller?.addEventListener("abort", abort, { once: true });
  touch();
  try {
    return await work(own.signal, touch);
  } catch (error) {
    throw own.signal.aborted ? own.signal.reason : error;
  } finally {
    stop();
    caller?.removeEventListener("abort", abort);
  }
}

/** Resolves after `ms`; rejects with the signal's reason when it is aborted. */
export function pause(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      stop();
      signal?.removeEventListener("abort", abort);
      settle();
    };
    const abort = () => end(() => reject(signal?.reason));
    const stop = clock.after(ms, () => end(resolve));
    if (signal?.aborted) abort();
    else signal?.addEventListener("abort", abort, { once: true });
  });
}
