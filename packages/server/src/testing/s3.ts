/**
 * An S3 server for tests: s3rver, in a process of its own, on a free port and in a temporary folder. Where it does otherwise than
 * S3, it is mended here:
 * - it deciphers its page tokens with DES, which OpenSSL 3 leaves out: its process asks for the old algorithms;
 * - it knows no AbortMultipartUpload, and answers 405;
 * - it answers a PUT before the file is written, and writes it where it is read: reads see half files, and of two writes to one
 *   key a mixture remains;
 * - it takes a range that ends with byte 0 for one without an end.
 * It knows its one access key, and does not check signatures of version 4: that they are right is left to the SDK.
 */
import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { mkdir, rename, rm, unlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";

export interface TestS3 {
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Where the bucket's objects stand, each as `<key>._S3rver_object`. */
  readonly folder: string;
  /** How many multipart uploads have been begun, and neither completed nor aborted. */
  pendingUploads(): number;
  stop(): Promise<void>;
}

const BUCKET = "media";
const UPLOADS = "._S3rver_uploads";
const THIS_FILE = fileURLToPath(import.meta.url);

export async function startS3(): Promise<TestS3> {
  const root = mkdtempSync(join(tmpdir(), "model-api-s3-"));
  const child = spawn(process.execPath, ["--openssl-legacy-provider", "--import", "tsx", THIS_FILE, root], {
    cwd: dirname(THIS_FILE),
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const exited = once(child, "exit");
  const port = await Promise.race([
    once(child, "message").then(([message]) => message as number),
    exited.then(() => {
      throw new Error("s3rver ended before it listened; its output says why");
    }),
  ]);
  const folder = join(root, "buckets", BUCKET);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: BUCKET,
    accessKeyId: "S3RVER",
    secretAccessKey: "S3RVER",
    folder,
    pendingUploads: () => (existsSync(join(folder, UPLOADS)) ? readdirSync(join(folder, UPLOADS)).length : 0),
    async stop() {
      child.kill();
      await exited;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** What is used of s3rver's own classes, which have no types. */
interface StoreParts {
  getResourcePath(bucket: string, key: string | undefined, resource: string): string;
  putMetadata(bucket: string, key: string, metadata: object, md5: string): Promise<void>;
  getObject(bucket: string, key: string, options?: { start?: number; end?: unknown }): Promise<unknown>;
}
interface IncomingObject {
  readonly bucket: string;
  readonly key: string;
  readonly content: Readable | Uint8Array;
  readonly metadata: object;
}
interface KoaContext {
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, string | undefined>;
  status: number;
}

/** The process of the server: sends its port, and ends with its parent. */
async function serve(root: string): Promise<void> {
  const [buckets, partial] = [join(root, "buckets"), join(root, "partial")];
  mkdirSync(partial, { recursive: true });
  mkdirSync(buckets, { recursive: true });
  const require = createRequire(import.meta.url);
  const S3rver = require("s3rver");
  const FilesystemStore = require("s3rver/lib/stores/filesystem.js") as new (folder: string) => StoreParts;

  /** Writes aside, and moves into place what is there as a whole. */
  async function keep(path: string, content: Readable | Uint8Array): Promise<{ size: number; md5: string }> {
    const hash = createHash("md5");
    const aside = join(partial, randomUUID());
    let size = 0;
    async function* counted(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.byteLength;
        yield chunk;
      }
    }
    try {
      await pipeline(counted(content instanceof Uint8Array ? [content] : content), createWriteStream(aside));
      await mkdir(dirname(path), { recursive: true });
      await rename(aside, path);
    } catch (error) {
      await rm(aside, { force: true });
      throw error;
    }
    return { size, md5: hash.digest("hex") };
  }

  class MendedStore extends FilesystemStore {
    async putObject({ bucket, key, content, metadata }: IncomingObject) {
      const kept = await keep(this.getResourcePath(bucket, key, "object"), content);
      await this.putMetadata(bucket, key, metadata, kept.md5);
      return kept;
    }
    putPart(bucket: string, uploadId: string, part: string, content: Readable) {
      return keep(join(this.getResourcePath(bucket, undefined, "uploads"), uploadId, part), content);
    }
    override getObject(bucket: string, key: string, options?: { start?: number; end?: unknown }) {
      // As an object, a zero is not taken for nothing.
      return super.getObject(bucket, key, options?.end === 0 ? { ...options, end: Object(0) } : options);
    }
    /** Leaves empty folders, which another write may be about to use. */
    async deleteObject(bucket: string, key: string) {
      for (const resource of ["object", "object.md5", "metadata.json"])
        await unlink(this.getResourcePath(bucket, key, resource)).catch(() => {});
    }
  }

  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory: buckets,
    vhostBuckets: false,
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  server.store = server.context.store = new MendedStore(buckets);
  server.middleware.unshift(async (ctx: KoaContext, next: () => Promise<void>) => {
    const { uploadId } = ctx.query;
    if (ctx.method !== "DELETE" || uploadId === undefined) return next();
    rmSync(join(buckets, BUCKET, UPLOADS, uploadId), { recursive: true, force: true });
    ctx.status = 204;
  });
  process.once("disconnect", () => process.exit());
  const { port } = (await server.run()) as { port: number };
  process.send?.(port);
}

if (process.argv[1] === THIS_FILE) await serve(process.argv[2] ?? "");
