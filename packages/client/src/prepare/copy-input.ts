import { abortable } from "../abort.js";
import type { InputIssue } from "../errors/index.js";
import { isPlain } from "./json.js";

/** A file in an input. */
export interface FoundFile {
  /** Keys and indices from the top of the input. */
  readonly path: readonly (string | number)[];
  readonly file: Blob;
  /** Puts the file's URI in its place. */
  readonly put: (uri: string) => void;
}

export interface InputCopy {
  /** The input as it will travel: URLs are text, and a stand-in is where a file's URI will be. */
  readonly wire: Record<string, unknown>;
  readonly files: readonly FoundFile[];
  /** What has no form in JSON. */
  readonly issues: readonly InputIssue[];
}

type Container = Record<string | number, unknown>;

/** An empty data URI: it passes where a media file may stand. */
const STAND_IN = "data:,";

/** Copies an input, and finds the files in it. Streams are read to their end, each once. */
export async function copyInput(input: object, signal: AbortSignal | undefined): Promise<InputCopy> {
  const files: FoundFile[] = [];
  const issues: InputIssue[] = [];
  const streams = new Map<ReadableStream, Promise<Blob>>();
  const top: Container = {};

  async function copy(value: unknown, into: Container, key: string | number, path: FoundFile["path"]) {
    into[key] = value;
    if (typeof value !== "object" || value === null) return;
    if (value instanceof URL) into[key] = value.href;
    else if (isBlob(value)) found(value);
    else if (isStream(value)) {
      const read = streams.get(value) ?? new Response(value).blob();
      streams.set(value, read);
      found(await abortable(read, signal));
    } else if (isPlain(value)) {
      const made: Container = Array.isArray(value) ? ([] as unknown as Container) : {};
      into[key] = made;
      const isArray = Array.isArray(value);
      await Promise.all(
        Object.entries(value).map(([name, item]) => {
          const step = isArray ? Number(name) : name;
          return copy(item, made, step, [...path, step]);
        }),
      );
    } else {
      const name = value.constructor?.name ?? "object";
      issues.push({
        path,
        message: `is a ${name}, which has no form in JSON. Pass a Blob, a URL or plain data`,
      });
    }

    function found(file: Blob) {
      into[key] = STAND_IN;
      const put = (uri: string) => {
        into[key] = uri;
      };
      files.push({ path, file, put });
    }
  }

  await copy({ ...input }, top, "input", []);
  return { wire: top.input as Record<string, unknown>, files, issues };
}

/** A Blob of any realm or polyfill. */
function isBlob(value: object): value is Blob {
  return "arrayBuffer" in value && "slice" in value && "size" in value;
}

function isStream(value: object): value is ReadableStream {
  return "getReader" in value;
}
