import type { Clock } from "../clock.js";
import type { Storage } from "./storage.js";

/** Files in memory, gone with the process; for servers that touch no disk. */
export function createMemoryStorage(clock: Clock): Storage {
  const files = new Map<string, { bytes: Uint8Array; modifiedAt: number }>();
  return {
    async write(key, data) {
      const bytes = data instanceof Uint8Array ? data : await concatenated(data);
      files.set(key, { bytes, modifiedAt: clock.now() });
      return bytes.byteLength;
    },
    async find(key) {
      const file = files.get(key);
      if (!file) return undefined;
      const { bytes } = file;
      return {
        size: bytes.byteLength,
        open: ({ start, end } = { start: 0, end: bytes.byteLength - 1 }) =>
          ReadableStream.from([bytes.subarray(start, end + 1)]),
      };
    },
    async remove(key) {
      for (const other of files.keys()) if (other === key || other.startsWith(`${key}/`)) files.delete(other);
    },
    async *list(prefix) {
      for (const [key, { modifiedAt }] of [...files])
        if (key.startsWith(`${prefix}/`)) yield { key, modifiedAt };
    },
  };
}

async function concatenated(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
