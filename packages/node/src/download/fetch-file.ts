import type { FileHandle } from "node:fs/promises";
import type { Clock, Fetch } from "@model-api/client";
import { sleep } from "../clock.js";
import { ask, codeOf, drop, PassingFailure } from "./ask.js";
import { type IdleWatch, watchIdle } from "./idle-watch.js";
import { DownloadError } from "./options.js";
import type { Trust } from "./trusted-hosts.js";

export interface FetchFileParts {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly isTrusted: Trust;
  readonly maxBytes: number;
  readonly maxRetries: number;
  readonly idleTimeout: number;
  readonly signal: AbortSignal;
  readonly onProgress: (loaded: number, total: number | undefined) => void;
}

/** Bytes after which a connection counts as one that worked. */
const PROGRESS = 2 ** 20;
const FIRST_DELAY = 500;
const MAX_DELAY = 8000;
/** Milliseconds of the longest `Retry-After` that is waited for. */
const MAX_RETRY_AFTER = 60_000;

/** What is on disk so far, and what it is the beginning of. */
interface State {
  loaded: number;
  /** Of the whole file, where the server has said so. */
  total: number | undefined;
  /** A strong validator: only with it can the rest be asked for. */
  etag: string | undefined;
}

/** Fetches a file into an open one; a connection that breaks is gone on with where it broke. Gives the number of bytes. */
export async function fetchFile(url: string, file: FileHandle, parts: FetchFileParts): Promise<number> {
  const { clock, signal, maxRetries } = parts;
  const shown = url.replace(/[?#].*$/s, "");
  const state: State = { loaded: 0, total: undefined, etag: undefined };
  let settled = 0;
  for (let retries = 0; ; retries++) {
    try {
      await attempt(url, file, state, parts);
      return state.loaded;
    } catch (error) {
      if (!(error instanceof PassingFailure)) throw error;
      if (state.loaded - settled >= PROGRESS) {
        settled = state.loaded;
        retries = 0;
      }
      if (retries >= maxRetries) {
        throw new DownloadError(
          "connection",
          `${shown}: ${error.message}, and again after ${maxRetries} more tries. The request is done: fetch its result again later.`,
          { cause: error.cause, status: error.status },
        );
      }
      const backoff = (0.5 + clock.random() / 2) * Math.min(MAX_DELAY, FIRST_DELAY * 2 ** retries);
      await sleep(clock, Math.max(backoff, error.retryAfter ?? 0), signal);
    }
  }
}

async function attempt(url: string, file: FileHandle, state: State, parts: FetchFileParts): Promise<void> {
  const watch = watchIdle(parts.clock, parts.idleTimeout, parts.signal);
  try {
    const isRest = state.loaded > 0 && state.etag !== undefined;
    const headers = {
      accept: "image/*, video/*, audio/*, */*;q=0.1",
      // Ranges and lengths are those of the file itself.
      "accept-encoding": "identity",
      ...(isRest && { range: `bytes=${state.loaded}-`, "if-range": `${state.etag}` }),
    };
    const response = await ask(url, { ...parts, headers, signal: watch.signal });
    watch.touch();
    try {
      await begin(response, file, state, isRest, parts);
    } catch (error) {
      await drop(response);
      throw error;
    }
    await take(response, file, state, parts, watch);
  } catch (error) {
    // What was too slow may be faster on another connection; what the caller has stopped is not tried again.
    if (!parts.signal.aborted && watch.signal.aborted && error === watch.signal.reason)
      throw new PassingFailure(`no byte came for ${parts.idleTimeout} ms`);
    throw error;
  } finally {
    watch.stop();
  }
}

/** Judges the head of an answer, and puts the file to where its body goes on. */
async function begin(
  response: Response,
  file: FileHandle,
  state: State,
  isRest: boolean,
  { maxBytes }: FetchFileParts,
): Promise<void> {
  const { status, headers } = response;
  const etag = headers.get("etag");
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const after = Number(headers.get("retry-after") ?? Number.NaN) * 1000;
    const retryAfter = after >= 0 && after <= MAX_RETRY_AFTER ? { retryAfter: after } : {};
    throw new PassingFailure(`HTTP ${status}`, { status, ...retryAfter });
  }
  if (status === 206 && isRest && isRestOf(state, headers)) return;
  // Whatever comes, it is not the rest of what is there.
  Object.assign(state, { loaded: 0, total: undefined, etag: undefined });
  await file.truncate(0);
  if (isRest && (status === 206 || status === 416)) throw new PassingFailure("the file has changed");
  if (status !== 200) {
    throw new DownloadError(
      "refused",
      `${shown(response)} answered HTTP ${status}. Outputs expire: fetch the result of the request again, or run it again, which is charged again.`,
      { status },
    );
  }
  if (/^text\/html\b/i.test(headers.get("content-type") ?? ""))
    throw new DownloadError("not_media", `${shown(response)} answered a web page instead of a file.`, {
      status,
    });
  const length = headers.get("content-length");
  if (isEncoded(headers) || length === null) return;
  state.total = Number(length);
  if (state.total > maxBytes) throw tooLarge(response, maxBytes);
  if (etag?.startsWith('"')) state.etag = etag;
}

/** Whether a part is the rest of the very file whose beginning is there. */
function isRestOf({ loaded, total, etag }: State, headers: Headers): boolean {
  const [, from, whole] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get("content-range") ?? "") ?? [];
  const given = headers.get("etag");
  return (
    Number(from) === loaded &&
    (whole === "*" || total === undefined || Number(whole) === total) &&
    (given === null || given === etag) &&
    !isEncoded(headers)
  );
}

/** Writes a body as it comes, one piece at a time. */
async function take(
  response: Response,
  file: FileHandle,
  state: State,
  { maxBytes, onProgress, signal }: FetchFileParts,
  watch: IdleWatch,
): Promise<void> {
  const pieces = (response.body ?? []) as unknown as AsyncIterable<Uint8Array>;
  const iterator = pieces[Symbol.asyncIterator]?.();
  if (!iterator) return;
  try {
    for (;;) {
      const next = await iterator.next().catch((error: unknown) => {
        throw watch.signal.aborted
          ? watch.signal.reason
          : new PassingFailure(codeOf(error), { cause: error });
      });
      if (next.done) break;
      watch.touch();
      if (state.loaded + next.value.byteLength > maxBytes) throw tooLarge(response, maxBytes);
      await writeAll(file, next.value, state.loaded);
      state.loaded += next.value.byteLength;
      signal.throwIfAborted();
      onProgress(state.loaded, state.total);
      watch.touch();
    }
  } catch (error) {
    await iterator.return?.().catch(() => {});
    throw error;
  }
  if (state.total !== undefined && state.loaded !== state.total)
    throw new PassingFailure(`${state.loaded} bytes came instead of ${state.total}`);
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done, at + done);
    done += bytesWritten;
  }
}

const isEncoded = (headers: Headers) => !/^(identity)?$/i.test(headers.get("content-encoding") ?? "");

const shown = ({ url }: Response) => url.replace(/[?#].*$/s, "");

function tooLarge(response: Response, maxBytes: number): DownloadError {
  return new DownloadError(
    "too_large",
    `${shown(response)} is larger than ${maxBytes} bytes, the most that is downloaded. Raise maxBytes if you expect that.`,
  );
}
