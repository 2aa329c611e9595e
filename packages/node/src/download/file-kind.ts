import { open } from "node:fs/promises";
import { extname } from "node:path";
import { DownloadError } from "./options.js";

export interface FileKind {
  /** With its dot. */
  readonly extension: string;
  readonly mediaType: string | undefined;
}

/** Extensions that a link may give a file whose bytes are of no known type. None of them is run by opening it. */
const BY_LINK =
  /^\.(png|jpe?g|webp|gif|avif|heic|bmp|tiff?|mp4|mov|webm|mkv|mp3|wav|ogg|opus|flac|aac|m4a|glb|gltf|obj|ply|exr|hdr)$/i;

/**
 * What a file is by its bytes, whatever its link and its server say.
 * @throws DownloadError `not_media` where the bytes are those of something else, such as a page or an archive
 */
export async function fileKind(path: string, url: string): Promise<FileKind> {
  const head = await headOf(path);
  if (head.length === 0) throw notMedia(url, "nothing at all");
  const { fileTypeFromFile } = await import("file-type");
  // A file may be cut in the middle of what the detection wants to read.
  const found = await fileTypeFromFile(path).catch(() => undefined);
  if (found) {
    if (!/^(image|video|audio|model)\/|^application\/(ogg|mxf|vnd\.apple\.mpegurl)$/.test(found.mime))
      throw notMedia(url, found.mime);
    return { extension: `.${found.ext}`, mediaType: found.mime };
  }
  if (/^\uFEFF?\s*<(!doctype\s+html|html|head|body|script|\?xml)/i.test(head))
    throw notMedia(url, "a web page");
  const given = extname(new URL(url).pathname);
  return { extension: BY_LINK.test(given) ? given.toLowerCase() : ".bin", mediaType: undefined };
}

async function headOf(path: string): Promise<string> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}

function notMedia(url: string, what: string): DownloadError {
  return new DownloadError(
    "not_media",
    `${url.replace(/[?#].*$/s, "")} is no image, video or audio file; what came is ${what}. Nothing was kept.`,
  );
}
