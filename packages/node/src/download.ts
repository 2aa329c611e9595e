import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { files, type OutputFile } from "@model-api/client";
import { sniffMediaType } from "@model-api/client/media";
import type { Output } from "@model-api/models";

export interface DownloadOptions {
  /** Folder for the files; made where it is missing. @default the current folder */
  readonly dir?: string;
  /** File name without extension; several files are numbered. @default "output" */
  readonly name?: string;
  /** URL of the server in use: files from its own origin are trusted besides the vendor's hosts. */
  readonly baseUrl?: string | undefined;
  /** Largest file in bytes. @default 2147483648 (2 GiB) */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

export interface DownloadedFile extends OutputFile {
  /** Absolute path. */
  readonly path: string;
  readonly bytes: number;
}

/** Hosts that the vendor serves outputs from; a leading dot makes any name below count. */
const TRUSTED_HOSTS = [".runcomfy.net", ".runcomfy.com"];
const MAX_REDIRECTS = 3;
const EXTENSIONS: Readonly<Record<string, string>> = {
  "image/jpeg": ".jpg",
  "image/tiff": ".tif",
  "audio/mpeg": ".mp3",
  "audio/mp4": ".m4a",
  "video/quicktime": ".mov",
};

/**
 * Downloads the files of an output. Only from trusted hosts, never with the token; a file appears under its name
 * when it is complete, never over another one, and nothing is left of a download that fails.
 */
export async function download(output: Output, options: DownloadOptions = {}): Promise<DownloadedFile[]> {
  const { dir = ".", name = "output", maxBytes = 2 ** 31, signal } = options;
  const folder = resolve(dir);
  await mkdir(folder, { recursive: true });
  const downloaded: DownloadedFile[] = [];
  for (const file of files(output)) {
    const response = await get(new URL(file.url), options.baseUrl, signal);
    const saved = await save(response, folder, safeName(name), maxBytes, file.url);
    downloaded.push({ ...file, ...saved });
  }
  return downloaded;
}

async function get(
  url: URL,
  baseUrl: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Response> {
  let current = url;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    if (!isTrusted(current, baseUrl)) {
      throw new Error(
        `${current.origin} is not a host that outputs are downloaded from. Fetch ${url.href} yourself if you trust it.`,
      );
    }
    const response = await fetch(current, { redirect: "manual", ...(signal && { signal }) });
    const location = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && location) {
      await response.body?.cancel();
      current = new URL(location, current);
      continue;
    }
    if (response.ok) return response;
    await response.body?.cancel();
    throw new Error(
      `${current.href} answered HTTP ${response.status}. Outputs expire: fetch the result again, or run the request again.`,
    );
  }
  throw new Error(`${url.href} redirects more than ${MAX_REDIRECTS} times.`);
}

/** The vendor's hosts over https, and the very origin of the server in use. */
export function isTrusted(url: URL, baseUrl: string | undefined): boolean {
  if (baseUrl !== undefined && url.origin === new URL(baseUrl).origin) return true;
  return (
    url.protocol === "https:" && url.port === "" && TRUSTED_HOSTS.some((host) => url.hostname.endsWith(host))
  );
}

async function save(response: Response, folder: string, name: string, maxBytes: number, url: string) {
  const tooLarge = () => new Error(`${url} is larger than ${maxBytes} bytes, the most that is downloaded.`);
  if (Number(response.headers.get("content-length") ?? 0) > maxBytes) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const part = join(folder, `.${name}.${randomBytes(6).toString("hex")}.part`);
  const file = await open(part, "wx", 0o666);
  try {
    let bytes = 0;
    let extension: string | undefined;
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      extension ??= extensionOf(chunk, url);
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw tooLarge();
      await file.writeFile(chunk);
    }
    await file.sync();
    const path = await claimName(folder, name, extension ?? extensionOf(new Uint8Array(), url));
    await rename(part, path);
    return { path, bytes };
  } finally {
    await file.close();
    await rm(part, { force: true });
  }
}

/** What the bytes are, else what the URL says. */
function extensionOf(head: Uint8Array, url: string): string {
  const type = sniffMediaType(head);
  if (type) return EXTENSIONS[type] ?? `.${type.slice(type.indexOf("/") + 1)}`;
  return /^\.[a-z0-9]{1,8}$/i.exec(extname(new URL(url).pathname))?.[0] ?? ".bin";
}

/** Reserves the first free name of `name.ext`, `name-2.ext`, … with an empty file that the download then replaces. */
async function claimName(folder: string, name: string, extension: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = join(folder, `${name}${number === 1 ? "" : `-${number}`}${extension}`);
    try {
      await (await open(path, "wx", 0o666)).close();
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** A name that every platform takes and that never leaves the folder. */
function safeName(name: string): string {
  const safe = name
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+|[.-]+$/g, "")
    .slice(0, 100);
  return /^(con|prn|aux|nul|com\d|lpt\d)?$/i.test(safe) ? `output${safe && `-${safe}`}` : safe;
}
