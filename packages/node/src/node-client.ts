import type { FileHandle } from "node:fs/promises";
import type { Readable } from "node:stream";
import type {
  CompletedResult,
  Media,
  ModelApiClient,
  ModelId,
  ModelInputs,
  RequestHandle,
  UntypedModel,
} from "@model-api/client";
import type { DownloadedFile, DownloadOptions, DownloadSource } from "./download/options.js";
import type { JournalledRunOptions, JournalledSubmitOptions } from "./journal/options.js";
import type { KeepOptions, KeepSource, KeptFile } from "./keep/options.js";

/**
 * A media input in Node. Text is a path, unless it is a URL or a data URI; a `URL` may be a `file:` one. Streams are written to a
 * temporary file first, and file handles are read from their beginning and left open.
 */
export type NodeMedia = Media | Uint8Array | ArrayBuffer | Readable | FileHandle;

/** An input with media as Node has them. */
export type NodeInput<Input> = { [Name in keyof Input]: WithNodeMedia<Input[Name]> };

type WithNodeMedia<Value> = [Media] extends [Value]
  ? Value | NodeMedia | (Media[] extends Value ? NodeMedia[] : never)
  : Media[] extends Value
    ? Value | NodeMedia[]
    : Value;

/** The client, with what Node adds. It fits wherever a `ModelApiClient` does. */
export interface NodeClient extends Omit<ModelApiClient, "run" | "submit"> {
  /** Submits, waits for the end, and gives the result; with a `journal`, a crash in between loses nothing. */
  run<Id extends ModelId>(
    model: Id,
    input: NodeInput<ModelInputs[Id]>,
    options?: JournalledRunOptions,
  ): Promise<CompletedResult>;
  run(
    model: UntypedModel,
    input: Record<string, unknown>,
    options?: JournalledRunOptions,
  ): Promise<CompletedResult>;
  /**
   * Submits, and gives a handle. With a `journal`, the handle notes the end of its request there; `journal.note(handle.id,
   * { isCollected: true })` says that nobody has to find it again.
   */
  submit<Id extends ModelId>(
    model: Id,
    input: NodeInput<ModelInputs[Id]>,
    options?: JournalledSubmitOptions,
  ): Promise<RequestHandle>;
  submit(
    model: UntypedModel,
    input: Record<string, unknown>,
    options?: JournalledSubmitOptions,
  ): Promise<RequestHandle>;
  /** Downloads the files of an output or a result, also from the server of this client. */
  download(source: DownloadSource, options?: DownloadOptions): Promise<DownloadedFile[]>;
  /** Copies outputs to a folder or a bucket, before hosted links expire. */
  keep(source: KeepSource, options: KeepOptions): Promise<KeptFile[]>;
}
