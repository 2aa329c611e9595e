import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Backend } from "../backend/backend.js";
import { openEmbeddedBackend } from "../backend/embedded.js";
import { openScaledBackend } from "../backend/scaled.js";
import type { ServerConfig } from "../generated/config.js";
import type { Logger } from "../logger.js";
import { createFolderStorage } from "../storage/folder-storage.js";
import { createS3Storage } from "../storage/s3-storage.js";
import type { Storage } from "../storage/storage.js";

/** Where a configured server keeps everything: SQLite or Postgres, a folder or a bucket. */
export async function openBackend(config: ServerConfig, log?: Logger): Promise<Backend> {
  const { postgresUrl, dataFolder } = config;
  const bucket = await openBucket(config);
  if (postgresUrl === undefined) return openEmbeddedBackend(dataFolder, bucket);
  return openScaledBackend({ postgresUrl, storage: bucket ?? openFolder(dataFolder), log });
}

async function openBucket(config: ServerConfig): Promise<Storage | undefined> {
  if (config.s3Bucket === undefined) return undefined;
  return createS3Storage({
    bucket: config.s3Bucket,
    prefix: config.s3Prefix,
    region: config.s3Region,
    endpoint: config.s3Endpoint,
    forcePathStyle: config.s3ForcePathStyle,
    accessKeyId: config.s3AccessKeyId,
    secretAccessKey: config.s3SecretAccessKey,
  });
}

/** Not locked: with Postgres the processes agree there, and the folder may be one that several of them see. */
function openFolder(path: string): Storage {
  const folder = resolve(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return createFolderStorage(folder, { shared: true });
}
