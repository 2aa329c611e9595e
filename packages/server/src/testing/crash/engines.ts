import { appendFileSync } from "node:fs";
import type { Engine, EngineFile } from "../../engines/engine.js";
import { EDIT, VIDEO } from "../engines.js";

/** Bytes of the files that {@link freeEngine} makes for a request: the same in each run, so that a reader can tell that they are whole. */
export function contentOf(requestId: string, index: number): Buffer {
  return Buffer.alloc(20_000, `${requestId} ${index} `);
}

/** Serves {@link EDIT}: takes a moment and makes two files, chunk by chunk. Free to repeat. */
export function freeEngine(): Engine {
  return {
    name: "free",
    repeatable: true,
    serves: (modelId) => modelId === EDIT,
    async run({ requestId }, { signal }) {
      await pause(Math.random() * 40, signal);
      return { files: [0, 1].map((index) => fileOf(requestId, index)), report: report("free") };
    },
  };
}

/** Serves {@link VIDEO}: writes into a ledger what would be charged, and then takes a moment. Never to be repeated. */
export function paidEngine(ledger: string): Engine {
  return {
    name: "paid",
    repeatable: false,
    serves: (modelId) => modelId === VIDEO,
    async run({ requestId }, { signal }) {
      appendFileSync(ledger, `${requestId}\n`);
      await pause(Math.random() * 40, signal);
      return { files: [fileOf(requestId, 0)], report: report("paid") };
    },
  };
}

function fileOf(requestId: string, index: number): EngineFile {
  return { kind: "image", mediaType: "image/png", data: inChunks(contentOf(requestId, index)) };
}

async function* inChunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 4096) {
    yield bytes.subarray(at, at + 4096);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

const report = (engine: string) => ({ engine, applied: [], ignored: [] });
