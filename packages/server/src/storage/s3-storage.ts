import type { Readable } from "node:stream";
import type { S3Client, S3ClientConfig } from "@aws-sdk/client-s3";
import { mediaTypeOf } from "../media/media-types.js";
import { type PartUpload, uploadParts } from "./part-upload.js";
import { describeS3Failure, isMissing } from "./s3-failure.js";
import type { ByteRange, Storage } from "./storage.js";

export interface S3StorageOptions {
  readonly bucket: string;
  /** What the keys of this server begin with in the bucket, so that it may be shared, e.g. `model-api/production`. */
  readonly prefix?: string | undefined;
  /** @default the one of the environment (`AWS_REGION`); with an `endpoint`, `us-east-1` */
  readonly region?: string | undefined;
  /** Where a service that speaks S3 is reached, e.g. `https://minio.example:9000`. @default Amazon S3 */
  readonly endpoint?: string | undefined;
  /** Whether the bucket is named in the path, not in the host. @default true with an `endpoint` */
  readonly forcePathStyle?: boolean | undefined;
  /** Given together with `secretAccessKey`. @default what the AWS SDK finds: environment, profile, role of the machine */
  readonly accessKeyId?: string | undefined;
  readonly secretAccessKey?: string | undefined;
}

/** Each download under way holds a connection: the SDK's 50 would let slow callers stop all others. */
const MAX_CONNECTIONS = 2000;
const CONNECT_TIMEOUT_MS = 10_000;
/** For one part to be sent and answered, a download to begin, or a large file to be put together from its parts. */
const ANSWER_TIMEOUT_MS = 300_000;

/**
 * Files in a bucket of Amazon S3, or of a service that speaks its protocol. Asks for the bucket at once, so that a wrong name or
 * key is told at the start. A process that dies in the middle of a write leaves parts that nobody sees and the bucket's owner
 * pays for: give the bucket a lifecycle rule that aborts incomplete multipart uploads after a day.
 */
export async function createS3Storage(options: S3StorageOptions): Promise<Storage> {
  // Only servers that use S3 load the SDK.
  const s3 = await import("@aws-sdk/client-s3");
  const { bucket } = options;
  const client: S3Client = new s3.S3Client(configOf(options));
  const prefix = (options.prefix ?? "").replace(/^\/+|\/+$/g, "");
  const root = prefix && `${prefix}/`;
  const at = (key: string) => ({ Bucket: bucket, Key: root + key });

  /** Awaits a call. Errors of the SDK hold signed requests, and must not get into a log. */
  async function tried<Answer>(what: string, call: () => Promise<Answer>): Promise<Answer> {
    try {
      return await call();
    } catch (error) {
      throw describeS3Failure(what, options, error);
    }
  }

  async function* list(prefix: string): AsyncGenerator<{ key: string; modifiedAt: number }> {
    let token: string | undefined;
    do {
      const page = await tried(`${prefix}/ could not be listed in`, () =>
        client.send(
          new s3.ListObjectsV2Command({
            Bucket: bucket,
            Prefix: `${root}${prefix}/`,
            ContinuationToken: token,
          }),
        ),
      );
      for (const { Key, LastModified } of page.Contents ?? [])
        if (Key) yield { key: Key.slice(root.length), modifiedAt: LastModified?.getTime() ?? 0 };
      token = page.NextContinuationToken;
    } while (token);
  }

  async function removeOne(key: string): Promise<void> {
    await tried(`${key} could not be removed from`, () => client.send(new s3.DeleteObjectCommand(at(key))));
  }

  /** One by one: there are few of them, and not all services know how to delete several objects in one call. */
  async function removeUnder(key: string): Promise<void> {
    for await (const entry of list(key)) await removeOne(entry.key);
  }

  function uploadTo(key: string): PartUpload {
    const object = { ...at(key), ContentType: mediaTypeOf(key) };
    const what = `${key} could not be written to`;
    return {
      async put(bytes) {
        await tried(what, () => client.send(new s3.PutObjectCommand({ ...object, Body: bytes })));
      },
      async begin() {
        const { UploadId } = await tried(what, () =>
          client.send(new s3.CreateMultipartUploadCommand(object)),
        );
        const upload = { ...at(key), UploadId };
        const tags: { readonly PartNumber: number; readonly ETag: string | undefined }[] = [];
        return {
          async send(part, bytes) {
            const command = new s3.UploadPartCommand({ ...upload, PartNumber: part, Body: bytes });
            const { ETag } = await tried(what, () => client.send(command));
            tags.push({ PartNumber: part, ETag });
          },
          async complete() {
            const Parts = tags.sort((a, b) => a.PartNumber - b.PartNumber);
            const command = new s3.CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } });
            await tried(what, () => client.send(command));
          },
          async abort() {
            await client.send(new s3.AbortMultipartUploadCommand(upload));
          },
        };
      },
    };
  }

  async function* chunksOf(key: string, range?: ByteRange): AsyncGenerator<Uint8Array> {
    const what = `${key} could not be read from`;
    const { Body } = await tried(what, () =>
      client.send(
        new s3.GetObjectCommand({ ...at(key), ...(range && { Range: `bytes=${range.start}-${range.end}` }) }),
      ),
    );
    try {
      yield* Body as Readable;
    } catch (error) {
      throw describeS3Failure(what, options, error);
    }
  }

  await tried("nothing could be asked of", () => client.send(new s3.HeadBucketCommand({ Bucket: bucket })));

  return {
    write: (key, data) => uploadParts(data, uploadTo(key)),
    async find(key) {
      try {
        const { ContentLength } = await client.send(new s3.HeadObjectCommand(at(key)));
        return { size: ContentLength ?? 0, open: (range) => ReadableStream.from(chunksOf(key, range)) };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw describeS3Failure(`${key} could not be looked up in`, options, error);
      }
    },
    async remove(key) {
      await Promise.all([removeOne(key), removeUnder(key)]);
    },
    list,
  };
}

function configOf(options: S3StorageOptions): S3ClientConfig {
  const { region, endpoint, forcePathStyle, accessKeyId, secretAccessKey } = options;
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined))
    throw new TypeError("S3: accessKeyId and secretAccessKey are given together, or not at all.");
  if (endpoint !== undefined && !(URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol)))
    throw new TypeError(
      "S3: the endpoint is no http or https URL; it looks like https://s3.example or http://127.0.0.1:9000.",
    );
  const agent = { maxSockets: MAX_CONNECTIONS, keepAlive: true };
  return {
    ...((region ?? (endpoint && "us-east-1")) && { region: region ?? "us-east-1" }),
    ...(endpoint !== undefined && { endpoint }),
    forcePathStyle: forcePathStyle ?? endpoint !== undefined,
    ...(accessKeyId !== undefined &&
      secretAccessKey !== undefined && { credentials: { accessKeyId, secretAccessKey } }),
    // Checksums in trailers are not understood by every service that speaks S3.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      httpAgent: agent,
      httpsAgent: agent,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: ANSWER_TIMEOUT_MS,
      throwOnRequestTimeout: true,
      // A download may stand still for as long as its caller does not read.
      socketTimeout: 0,
    },
  };
}
