import { openAsBlob } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { removeAtExit } from "../remove-at-exit.js";

/** Bytes of the longest stream that is taken: what an upload may have, and an end for streams that have none. */
export const SPOOL_BYTES: number = 2 ** 31;

/** Streams of one submit, written to temporary files: an upload must know its size, and may have to be repeated. */
export interface Spool {
  /** Writes a stream to its end, piece by piece; gives it as a file. */
  write(
    stream: AsyncIterable<unknown>,
    name: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Blob>;
  /** Removes the files. */
  close(): Promise<void>;
}

export function createSpool(maxBytes: number = SPOOL_BYTES): Spool {
  let folder: Promise<{ readonly path: string; readonly forget: () => void }> | undefined;
  let count = 0;

  return {
    async write(stream, name, signal) {
      folder ??= makeFolder();
      const path = join((await folder).path, `${count++}`);
      const file = await open(path, "wx", 0o600);
      try {
        let bytes = 0;
        for await (const piece of abortable(stream, signal)) {
          const chunk = toBytes(piece);
          bytes += chunk.byteLength;
          if (bytes > maxBytes) throw new Error(`it is longer than ${maxBytes} bytes`);
          await file.writeFile(chunk);
        }
      } finally {
        await file.close();
      }
      const blob = await openAsBlob(path);
      return name === undefined ? blob : new File([blob], name);
    },
    async close() {
      if (!folder) return;
      const { path, forget } = await folder;
      await rm(path, { recursive: true, force: true });
      forget();
    },
  };
}

/** Ends with the signal, even where the stream never says anything again. */
async function* abortable(
  stream: AsyncIterable<unknown>,
  signal: AbortSignal | undefined,
): AsyncIterable<unknown> {
  const pieces = stream[Symbol.asyncIterator]();
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal?.reason);
  });
  aborted.catch(() => {});
  signal?.addEventListener("abort", abort);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await Promise.race([pieces.next(), aborted]);
      if (done) return;
      yield value;
    }
  } finally {
    signal?.removeEventListener("abort", abort);
    // Not awaited: a stream that never says anything does not end by being asked to.
    Promise.resolve(pieces.return?.()).catch(() => {});
    if (stream instanceof Readable) stream.destroy();
  }
}

function toBytes(piece: unknown): Uint8Array {
  if (piece instanceof Uint8Array) return piece;
  if (typeof piece === "string") return Buffer.from(piece);
  throw new Error("it is a stream of objects, not of bytes");
}

async function makeFolder() {
  const path = await mkdtemp(join(tmpdir(), "model-api-"));
  return { path, forget: removeAtExit(path) };
}
