export type MediaKind = "image" | "video" | "audio";

const EXTENSIONS: Readonly<Record<MediaKind, RegExp>> = {
  image: /\.(png|jpe?g|webp|gif|avif|bmp|tiff?|heic|svg)$/i,
  video: /\.(mp4|m4v|mov|webm|mkv|avi)$/i,
  audio: /\.(mp3|m4a|aac|wav|ogg|oga|opus|flac)$/i,
};
const KINDS: readonly MediaKind[] = ["image", "video", "audio"];

/** The kind of media that a text stands for: by its data URI, its extension, or, of a URL without one, the field's name. */
export function mediaKind(text: string, fieldName: string): MediaKind | undefined {
  const declared = /^data:(image|video|audio)\//i.exec(text)?.[1]?.toLowerCase();
  if (declared) return declared as MediaKind;
  const isUrl = /^https?:\/\//i.test(text) && URL.canParse(text);
  // A sentence may end in the name of a file.
  if (!isUrl && /\s/.test(text)) return undefined;
  const path = isUrl ? new URL(text).pathname : text;
  const named = isUrl ? KINDS.find((kind) => fieldName.toLowerCase().includes(kind)) : undefined;
  return KINDS.find((kind) => EXTENSIONS[kind].test(path)) ?? named;
}

/** Whether others can fetch it as it stands, and it holds nothing that is a secret: no file, no bytes, no signature. */
export function isPublicUrl(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const { search, username, password } = new URL(text);
  return !search && !username && !password;
}
