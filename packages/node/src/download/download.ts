import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { type CompletedResult, files } from "@model-api/client";
import type { Output } from "@model-api/models";
import { fetchFiles } from "./fetch-files.js";
import { safeName } from "./file-names.js";
import { DownloadError, type DownloadedFile, type DownloadOptions, type DownloadSource } from "./options.js";
import { publish } from "./publish.js";

/**
 * Downloads the files of an output or a result. Only from trusted hosts, never with the token; in the order of `files(output)`. They
 * appear under their names when all are complete, never over another file, and nothing is left of a download that fails.
 * @throws DownloadError; the signal's reason; TypeError where `hosts` has what is none
 */
export async function download(
  source: DownloadSource,
  options: DownloadOptions = {},
): Promise<DownloadedFile[]> {
  const folder = resolve(options.dir ?? ".");
  const found = files(outputOf(source));
  await makeFolder(folder);
  return fetchFiles(found, folder, options, async (fetched) => {
    const named = fetched.map((file, index) => ({ ...file, name: nameFor(options.name, file, index) }));
    const paths = await publish(folder, named);
    return fetched.map(({ kind, url, bytes, mediaType }, index) => ({
      kind,
      url,
      path: paths[index] ?? "",
      bytes,
      mediaType,
    }));
  });
}

/** @throws DownloadError `unwritable` */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DownloadError(
      "unwritable",
      `The folder ${folder} cannot be made (${code}); nothing was fetched.`,
      {
        cause: error,
      },
    );
  }
}

export function nameFor(
  name: DownloadOptions["name"] = "output",
  file: DownloadedFile | object,
  index: number,
): string {
  const { kind, url } = file as DownloadedFile;
  return safeName(typeof name === "string" ? name : name({ kind, url }, index));
}

export function outputOf(source: DownloadSource): Output {
  return "output" in source ? (source as CompletedResult).output : (source as Output);
}
