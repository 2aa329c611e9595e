import { randomBytes } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { type OutputFile, systemClock } from "@model-api/client";
import { environmentFetch } from "../connect/environment-fetch.js";
import { findBaseUrl } from "../credentials.js";
import { removeAtExit } from "../remove-at-exit.js";
import { fetchFile } from "./fetch-file.js";
import { type FileKind, fileKind } from "./file-kind.js";
import { DownloadError, type FetchingOptions } from "./options.js";
import { trustHosts } from "./trusted-hosts.js";

/** A file that has come whole, under a name that nobody looks for. */
export interface FetchedFile extends OutputFile, FileKind {
  readonly temporary: string;
  readonly bytes: number;
}

/** Two gibibytes. */
const MAX_BYTES = 2 ** 31;

/**
 * Fetches files into a folder, some at the same time, and hands them to `use` when all are there. Nothing of them is left in the end
 * but what `use` has put elsewhere: all of them, or none.
 */
export async function fetchFiles<T>(
  files: readonly OutputFile[],
  folder: string,
  options: FetchingOptions,
  use: (fetched: readonly FetchedFile[]) => Promise<T>,
): Promise<T> {
  const { hosts = [], baseUrl = findBaseUrl(), concurrency = 4, onProgress } = options;
  const isTrusted = trustHosts(hosts, baseUrl);
  // The first failure ends the others.
  const own = new AbortController();
  const signal = options.signal ? AbortSignal.any([own.signal, options.signal]) : own.signal;
  const temporaries = files.map(() => join(folder, `.model-api-${randomBytes(8).toString("hex")}.part`));
  const forget = temporaries.map(removeAtExit);
  const fetched: FetchedFile[] = [];

  async function fetchOne(file: OutputFile, index: number) {
    const temporary = temporaries[index] ?? "";
    const handle = await open(temporary, "wx", 0o666);
    let bytes: number;
    try {
      bytes = await fetchFile(file.url, handle, {
        fetch: options.fetch ?? environmentFetch,
        clock: options.clock ?? systemClock,
        isTrusted,
        maxBytes: options.maxBytes ?? MAX_BYTES,
        maxRetries: options.maxRetries ?? 4,
        idleTimeout: options.idleTimeout ?? 60_000,
        signal,
        onProgress: (loaded, total) => onProgress?.({ index, loaded, total }),
      });
      await handle.sync();
    } finally {
      await handle.close();
    }
    fetched[index] = { ...file, ...(await fileKind(temporary, file.url)), temporary, bytes };
  }

  try {
    signal.throwIfAborted();
    await inParallel(files, concurrency, own, fetchOne);
    return await use(fetched);
  } catch (error) {
    throw ofDisk(error, folder) ?? error;
  } finally {
    await Promise.all(temporaries.map((path) => rm(path, { force: true }).catch(() => {})));
    for (const done of forget) done();
  }
}

/** Some at a time; rejects with the first failure when all that had begun have stopped. */
async function inParallel<T>(
  items: readonly T[],
  concurrency: number,
  stop: AbortController,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  let failure: { readonly error: unknown } | undefined;
  let next = 0;
  async function worker() {
    while (!failure && next < items.length) {
      const index = next++;
      try {
        await work(items[index] as T, index);
      } catch (error) {
        failure ??= { error };
        stop.abort(error);
      }
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(concurrency, items.length)) }, worker));
  if (failure) throw failure.error;
}

/** What the disk says, as an error that says what became of the download. */
function ofDisk(error: unknown, folder: string): DownloadError | undefined {
  const { code, syscall } = Object(error);
  if (typeof code !== "string" || typeof syscall !== "string") return undefined;
  return new DownloadError(
    "unwritable",
    `The files cannot be written to ${folder} (${code}), and nothing of them was left. The request is done: fetch its result again when there is space, or into another folder.`,
    { cause: error },
  );
}
