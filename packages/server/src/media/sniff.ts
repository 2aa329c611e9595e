import { fileTypeFromBuffer } from "file-type";

/** As much of a file as its type can be told from. */
export const HEAD_BYTES = 4100;

/** Told here, because file-type would unpack them to look inside. No media file begins like one. */
const ARCHIVES: ReadonlyMap<string, string> = new Map([
  ["1f8b", "application/gzip"],
  ["504b", "application/zip"],
]);
const TIFF_SIGNATURES = ["49492a00", "4d4d002a"];

/** The media type of a file, told from its first {@link HEAD_BYTES} or more of it; undefined where it is not known. */
export async function sniff(bytes: Uint8Array): Promise<string | undefined> {
  const signature = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  const archive = ARCHIVES.get(signature.slice(0, 4));
  if (archive) return archive;
  const type = await fileTypeFromBuffer(bytes);
  if (type) return type.mime;
  // A TIFF keeps its directory, by which its dialects are told apart, behind the pixels: the head alone says no more than this.
  return TIFF_SIGNATURES.includes(signature) ? "image/tiff" : undefined;
}
