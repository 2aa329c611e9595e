import { openAsBlob } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { files, type RequestHandle } from "@model-api/client";
import { makeFolder, nameFor, outputOf } from "../download/download.js";
import { type FetchedFile, fetchFiles } from "../download/fetch-files.js";
import type { DownloadSource } from "../download/options.js";
import { publish } from "../download/publish.js";
import { hashBlob } from "../journal/hash-input.js";
import { removeAtExit } from "../remove-at-exit.js";
import type { FileToKeep, KeepOptions, KeepSource, KeptFile } from "./options.js";
import { putIntoBucket } from "./put-into-bucket.js";

const SIDECAR = ".sha256";

/**
 * Copies the files of an output to a folder or a bucket, with their checksums, because hosted links expire. Takes a handle as well:
 * the files are copied as soon as the request completes.
 * @throws DownloadError; what a wait or `presign` throws; the signal's reason
 */
export async function keep(source: KeepSource, options: KeepOptions): Promise<KeptFile[]> {
  const { to, signal } = options;
  const ended = isHandle(source) ? await source.wait({ signal }) : source;
  const found = files(outputOf(ended));
  const requestId = "requestId" in ended ? ended.requestId : undefined;

  const describe = (fetched: readonly FetchedFile[]): Promise<FileToKeep[]> =>
    Promise.all(
      fetched.map(async ({ kind, url, bytes, mediaType, temporary, extension }, index) => ({
        kind,
        url,
        name: nameFor(options.name ?? requestId, { kind, url }, index) + extension,
        mediaType: mediaType ?? "application/octet-stream",
        bytes,
        sha256: await hashBlob(await openAsBlob(temporary), signal),
        requestId,
      })),
    );

  if (typeof to === "string") {
    const folder = resolve(to);
    await makeFolder(folder);
    return fetchFiles(found, folder, options, async (fetched) => {
      const described = await describe(fetched);
      const unpublished = fetched.map(({ temporary, extension }, index) => ({
        temporary,
        extension,
        name: (described[index]?.name ?? "").slice(0, -extension.length),
      }));
      const paths = await publish(folder, unpublished, options.sidecar ? [SIDECAR] : []);
      const kept = described.map((file, index) => ({
        ...file,
        name: basename(paths[index] ?? ""),
        location: paths[index] ?? "",
      }));
      if (options.sidecar) await writeSidecars(kept);
      return kept;
    });
  }
  const folder = await mkdtemp(join(tmpdir(), "model-api-"));
  const forget = removeAtExit(folder);
  try {
    return await fetchFiles(found, folder, options, async (fetched) => {
      const kept: KeptFile[] = [];
      const described = await describe(fetched);
      for (const [index, file] of described.entries()) {
        const blob = await openAsBlob(fetched[index]?.temporary ?? "", { type: file.mediaType });
        kept.push({ ...file, location: await putIntoBucket(to, file, blob, options) });
      }
      return kept;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
    forget();
  }
}

/** All of them, or no file and no sidecar. */
async function writeSidecars(kept: readonly KeptFile[]): Promise<void> {
  try {
    for (const { location, name, sha256 } of kept) {
      const file = await open(location + SIDECAR, "wx", 0o666);
      await file
        .writeFile(`${sha256}  ${name}\n`)
        .then(() => file.sync())
        .finally(() => file.close());
    }
  } catch (error) {
    for (const { location } of kept)
      for (const path of [location, location + SIDECAR]) await rm(path, { force: true });
    throw error;
  }
}

const isHandle = (source: DownloadSource | RequestHandle): source is RequestHandle => "wait" in source;
