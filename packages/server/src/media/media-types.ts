/** Media types that the server keeps files of, by the extension that their names get. */
const TYPES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  gif: "image/gif",
  apng: "image/apng",
  avif: "image/avif",
  heic: "image/heic",
  heif: "image/heif",
  tif: "image/tiff",
  bmp: "image/bmp",
  jxl: "image/jxl",
  mp4: "video/mp4",
  m4v: "video/x-m4v",
  mov: "video/quicktime",
  webm: "video/webm",
  mkv: "video/matroska",
  avi: "video/vnd.avi",
  mpg: "video/mpeg",
  ogv: "video/ogg",
  "3gp": "video/3gpp",
  mp3: "audio/mpeg",
  wav: "audio/wav",
  ogg: "audio/ogg",
  opus: "audio/ogg; codecs=opus",
  flac: "audio/flac",
  m4a: "audio/x-m4a",
  aac: "audio/aac",
  aif: "audio/aiff",
  pcm: "audio/pcm",
};

/** The media type of a file of the server's own; by its name, which the server has chosen by the bytes. */
export function mediaTypeOf(fileName: string): string {
  return TYPES[fileName.slice(fileName.lastIndexOf(".") + 1)] ?? "application/octet-stream";
}

/** The extension for a media type; undefined where the server does not keep such files. */
export function extensionOf(mediaType: string): string | undefined {
  return Object.keys(TYPES).find((extension) => TYPES[extension] === mediaType);
}
