import { s3, systemClock } from "@model-api/client";
import { sleep } from "../clock.js";
import { environmentFetch } from "../connect/environment-fetch.js";
import { DownloadError } from "../download/options.js";
import type { BucketTarget, FileToKeep, KeepOptions } from "./options.js";

const FIRST_DELAY = 500;

/** Puts a file into a bucket, as the client's `s3` uploader does; tried again, with a new signature, since a put can be repeated. Gives its URL. */
export async function putIntoBucket(
  { presign }: BucketTarget,
  file: FileToKeep,
  blob: Blob,
  { signal, fetch, clock = systemClock, maxRetries = 4 }: KeepOptions,
): Promise<string> {
  const none = () => {
    throw new TypeError("a bucket does not ask the server");
  };
  for (let retries = 0; ; retries++) {
    let failure: unknown;
    let isSigned = false;
    const put = s3({
      async presign(_, context) {
        const signed = await presign(file, context);
        isSigned = true;
        return signed;
      },
      fetch: (fetch ?? environmentFetch) as typeof globalThis.fetch,
    });
    try {
      return await put(blob, {
        signal,
        onProgress: () => {},
        refuse: none,
        server: { takesFiles: none, uploadFile: none },
      });
    } catch (error) {
      failure = error;
    }
    signal?.throwIfAborted();
    // What signs is the caller's own, and so are its errors.
    if (!isSigned) throw failure;
    if (retries >= maxRetries)
      throw new DownloadError(
        "connection",
        `${file.name} could not be put into the bucket: ${(failure as Error).message}. What was put before it stays there; the request is done, so keep its result again.`,
        { cause: failure },
      );
    await sleep(clock, (0.5 + clock.random() / 2) * FIRST_DELAY * 2 ** retries, signal);
  }
}
