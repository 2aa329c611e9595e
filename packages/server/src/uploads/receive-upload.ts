import { ApiError } from "../http/api-error.js";
import { extensionOf, mediaTypeOf } from "../media/media-types.js";
import { HEAD_BYTES, sniff } from "../media/sniff.js";
import { type Storage, uploadKey } from "../storage/storage.js";
import { newUploadName } from "./upload-name.js";

const MEBIBYTE = 2 ** 20;

export interface ReceiveOptions {
  readonly storage: Storage;
  /** What the file's URL begins with. */
  readonly base: string;
  readonly maxBytes: number;
}

/** An upload that is kept. */
export interface ReceivedUpload {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

/** Keeps the body of a request as a file. No more of it than a chunk and the head is ever in memory. */
export async function receiveUpload(request: Request, options: ReceiveOptions): Promise<ReceivedUpload> {
  const { storage, base, maxBytes } = options;
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks = limited(request.body ?? [], maxBytes);
  try {
    const head = await headOf(chunks);
    if (head.byteLength === 0) {
      throw new ApiError("invalid", "The body is empty. Send the bytes of the file as the body.");
    }
    const name = newUploadName(base, await acceptedExtension(head));
    const size = await storage.write(uploadKey(name), joined(head, chunks));
    return { name, mediaType: mediaTypeOf(name), size };
  } finally {
    await chunks.return(undefined);
  }
}

/** The extension for a file's name. Throws where the file is nothing that a model takes. */
async function acceptedExtension(head: Uint8Array): Promise<string> {
  const mediaType = await sniff(head);
  const extension = mediaType && extensionOf(mediaType);
  if (extension) return extension;
  throw new ApiError(
    "invalid",
    `The file is ${mediaType ?? "of an unknown type"}, by its first bytes; only images, videos and audio files are taken, in the usual formats such as PNG, JPEG, WebP, MP4, WebM, MP3 and WAV. Send the bytes of such a file as the body, without a form around them.`,
  );
}

async function* limited(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

/** As many chunks as the head takes, joined. The rest stays where it is. */
async function headOf(chunks: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const head: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const { done, value } = await chunks.next();
    if (done) break;
    head.push(value);
    size += value.byteLength;
  }
  return Buffer.concat(head);
}

async function* joined(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}

function tooLarge(maxBytes: number): ApiError {
  const limit = maxBytes % MEBIBYTE === 0 ? `${maxBytes / MEBIBYTE} MiB` : `${maxBytes} bytes`;
  return new ApiError(
    "tooLarge",
    `The file is larger than ${limit}, which is the most that this server takes. Send a smaller file.`,
  );
}
