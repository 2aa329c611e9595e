/**
 * A large file on its way through the server, and what it costs the server in memory. The server runs in a process of its own,
 * which is this file again; a storage of S3's kind stands in a third process.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printTable, seconds, type TableRow } from "../report.js";
import { NODE, REPOSITORY } from "../repository.js";

const MEBIBYTE = 2 ** 20;
const FILE_BYTES = 2048 * MEBIBYTE;
/** Loads the code that the large file goes through. Less than the storage takes in one piece. */
const WARM_UP_BYTES = MEBIBYTE;
const MODEL = "kling/kling-3.0/standard/text-to-video";
const GOAL = "under 64 MiB";
/** The boxes that an MP4 begins with: an upload must be of a kind that models take. */
const HEAD = Buffer.from("000000186674797069736f6d0000020069736f6d69736f32", "hex");
const CHUNK = Buffer.from(Uint8Array.from({ length: 65_536 }, (_, i) => (i * 7) % 251));
const THIS_FILE = fileURLToPath(import.meta.url);

type StorageKind =
  | { readonly kind: "folder"; readonly path: string }
  | {
      readonly kind: "s3";
      readonly endpoint: string;
      readonly bucket: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
    };

/** What the server's process answers `measure` with, and begins to measure anew: its resident memory, in bytes. */
interface Memory {
  readonly before: number;
  readonly peak: number;
}

export async function benchServerLargeFile(): Promise<void> {
  const { bavail, bsize } = statfsSync(tmpdir());
  // The output and the upload; S3 keeps the parts of the one that it puts together beside it.
  if (bavail * bsize < 4 * FILE_BYTES)
    throw new Error(
      `${tmpdir()} has less than ${(4 * FILE_BYTES) / MEBIBYTE} MiB free; make room, or set TMPDIR`,
    );
  const expected = digestOf(FILE_BYTES);
  const rows: TableRow[] = [];
  const folder = mkdtempSync(join(tmpdir(), "model-api-large-"));
  try {
    rows.push(...(await measure("folder", { kind: "folder", path: folder }, expected)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { startS3 } = await import("../../../server/src/testing/s3.js");
  const s3 = await startS3();
  try {
    rows.push(...(await measure("S3", { ...s3, kind: "s3" }, expected)));
  } finally {
    await s3.stop();
  }
  printTable(
    `Server, a file of ${FILE_BYTES / MEBIBYTE} MiB: resident memory of the server's process`,
    ["before", "at most", "growth", "took"],
    rows,
  );
}

async function measure(name: string, kind: StorageKind, expected: string): Promise<TableRow[]> {
  const server = await startServer(kind);
  const rows: TableRow[] = [];
  const pass = async (what: string, work: () => Promise<string>) => {
    await server.memory();
    const started = performance.now();
    const digest = await work();
    const took = performance.now() - started;
    const { before, peak } = await server.memory();
    if (digest !== expected) throw new Error(`${name}, ${what}: what was downloaded is not what was sent`);
    const figures = [mebibytes(before), mebibytes(peak), mebibytes(peak - before), seconds(took)];
    rows.push({ what: `${name}: ${what}`, figures, goal: GOAL });
  };
  try {
    for (const make of [server.run, server.upload]) await download(await make(WARM_UP_BYTES));
    await pass("engine → storage → download", async () => download(await server.run(FILE_BYTES)));
    await pass("upload → storage → download", async () => download(await server.upload(FILE_BYTES)));
  } finally {
    await server.stop();
  }
  return rows;
}

const mebibytes = (bytes: number) => `${(bytes / MEBIBYTE).toFixed(1)} MiB`;

/** A file of a size, in chunks that are each a memory of their own, as those of a file or a socket are. */
async function* contentOf(bytes: number): AsyncGenerator<Uint8Array> {
  yield HEAD;
  for (let at = HEAD.byteLength; at < bytes; at += CHUNK.byteLength)
    yield new Uint8Array(CHUNK.subarray(0, bytes - at));
}

function digestOf(bytes: number): string {
  const hash = createHash("sha256").update(HEAD);
  for (let at = HEAD.byteLength; at < bytes; at += CHUNK.byteLength)
    hash.update(CHUNK.subarray(0, bytes - at));
  return hash.digest("hex");
}

/** Reads a file through, and gives its digest. */
async function download(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`${url} was answered with ${response.status}`);
  const hash = createHash("sha256");
  for await (const chunk of response.body) hash.update(chunk);
  return hash.digest("hex");
}

/** A server in a process of its own. */
interface MeasuredServer {
  /** Makes an output of a size; gives its URL. */
  run(bytes: number): Promise<string>;
  /** Uploads a file of a size; gives its URL. */
  upload(bytes: number): Promise<string>;
  /** What it took since the last call. */
  memory(): Promise<Memory>;
  stop(): Promise<void>;
}

/** The fields of answers that are looked at; each is there only where the contract says so. */
interface Answer {
  readonly request_id: string;
  readonly status: string;
  readonly output?: { readonly video: string };
  readonly error?: unknown;
  readonly url: string;
}

async function startServer(storage: StorageKind): Promise<MeasuredServer> {
  const child = spawn(
    NODE,
    ["--import", "tsx", "--conditions=@model-api/source", THIS_FILE, JSON.stringify(storage)],
    { cwd: REPOSITORY, stdio: ["ignore", "inherit", "inherit", "ipc"] },
  );
  const { base, token } = (await answerOf(child)) as { base: string; token: string };
  const headers = { authorization: `Bearer ${token}` };
  const call = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(base + path, { ...init, headers: { ...headers, ...init.headers } });
    const body = await response.json();
    if (!response.ok)
      throw new Error(`${path} was answered with ${response.status}: ${JSON.stringify(body)}`);
    return body as Answer;
  };
  return {
    async run(bytes) {
      const body = JSON.stringify({ prompt: String(bytes) });
      const { request_id: id } = await call(`/v1/models/${MODEL}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      for (;;) {
        const { status } = await call(`/v1/requests/${id}/status`, { headers: { prefer: "wait=30" } });
        if (status === "in_queue" || status === "in_progress") continue;
        const { output, error } = await call(`/v1/requests/${id}/result`);
        if (!output) throw new Error(`the run ${status}: ${JSON.stringify(error)}`);
        return output.video;
      }
    },
    async upload(bytes) {
      const body = ReadableStream.from(contentOf(bytes));
      return (await call("/v1/files", { method: "POST", body, duplex: "half" } as RequestInit)).url;
    },
    async memory() {
      const answer = answerOf(child);
      child.send("measure");
      return (await answer) as Memory;
    },
    async stop() {
      const exited = once(child, "exit");
      child.kill();
      await exited;
    },
  };
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const gone = new AbortController();
  const { signal } = gone;
  try {
    return await Promise.race([
      once(child, "message", { signal }).then(([message]) => message),
      once(child, "exit", { signal }).then(() => {
        throw new Error("the server's process ended; its output says why");
      }),
    ]);
  } finally {
    gone.abort();
  }
}

/** The process of the server: says where it listens, answers `measure`, and ends with its parent. */
async function serve(place: StorageKind): Promise<void> {
  const [{ createServer }, { openSqliteStore }, storage] = await Promise.all([
    import("../../../server/src/create-server.js"),
    import("../../../server/src/store/sqlite-store.js"),
    openStorage(place),
  ]);
  const store = openSqliteStore(":memory:");
  const server = await createServer({
    backend: { store, storage, close: () => store.close() },
    maxUploadBytes: 2 * FILE_BYTES,
    engines: [
      {
        name: "large",
        repeatable: true,
        serves: () => true,
        run: async ({ input }) => ({
          files: [{ kind: "video", mediaType: "video/mp4", data: contentOf(Number(input.prompt)) }],
          report: { engine: "large", applied: [], ignored: [] },
        }),
      },
    ],
  });
  let [before, peak] = [0, 0];
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  setInterval(look, 2);
  process.on("message", () => {
    look();
    process.send?.({ before, peak } satisfies Memory);
    before = peak = process.memoryUsage.rss();
  });
  process.once("disconnect", () => process.exit());
  const base = await server.listen({ port: 0, host: "127.0.0.1" });
  process.send?.({ base, token: await server.createKey("bench") });
}

async function openStorage(place: StorageKind) {
  if (place.kind === "folder") {
    const { createFolderStorage } = await import("../../../server/src/storage/folder-storage.js");
    return createFolderStorage(place.path);
  }
  const { createS3Storage } = await import("../../../server/src/storage/s3-storage.js");
  return createS3Storage(place);
}

if (process.argv[1] === THIS_FILE) await serve(JSON.parse(process.argv[2] ?? ""));
