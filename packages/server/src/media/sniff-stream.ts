import { HEAD_BYTES, sniff } from "./sniff.js";

/** A file as it arrives, and what it is; `undefined` where that is not known. `data` is all of it, from the first byte. */
export interface SniffedStream {
  readonly mediaType: string | undefined;
  readonly data: AsyncIterable<Uint8Array>;
}

/** Reads as much of a file as its type can be told from, and no more. Closing `data` closes `file`. */
export async function sniffStream(file: AsyncIterable<Uint8Array>): Promise<SniffedStream> {
  const chunks = file[Symbol.asyncIterator]();
  const head = await readHead(chunks);
  return { mediaType: await sniff(head), data: joined(head, chunks) };
}

async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const head: Uint8Array[] = [];
  for (let size = 0; size < HEAD_BYTES; ) {
    const { done, value } = await chunks.next();
    if (done) break;
    head.push(value);
    size += value.byteLength;
  }
  return Buffer.concat(head);
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head;
    for (;;) {
      const { done, value } = await rest.next();
      if (done) return;
      yield value;
    }
  } finally {
    await rest.return?.();
  }
}
