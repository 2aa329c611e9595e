import { InvalidArgumentError } from "@ai-sdk/provider";
import type { Draft } from "./draft.js";

/** A file as the AI SDK hands it over: bytes, base64, or a URL. */
export type GivenFile =
  | { readonly type: "file"; readonly mediaType: string; readonly data: string | Uint8Array }
  | { readonly type: "url"; readonly url: string; readonly mediaType?: string };

export type MediaKind = "image" | "video" | "audio";

const EXTENSIONS: Readonly<Record<string, MediaKind>> = {
  mp4: "video",
  mov: "video",
  webm: "video",
  mkv: "video",
  mp3: "audio",
  wav: "audio",
  ogg: "audio",
  flac: "audio",
  m4a: "audio",
};

/** What kind of file it is, by its media type, else by the end of its URL; an image where neither tells. */
export function kindOf(file: GivenFile): MediaKind {
  const [top = ""] = (file.mediaType ?? "").split("/");
  if (top === "video" || top === "audio" || top === "image") return top;
  const [, extension = ""] = /\.(\w+)(?:[?#]|$)/.exec(file.type === "url" ? file.url : "") ?? [];
  return EXTENSIONS[extension.toLowerCase()] ?? "image";
}

/** The file as the client takes it: a URL as it is, bytes as a file that is uploaded. */
export function toMedia(file: GivenFile): string | Blob {
  if (file.type === "url") return file.url;
  const bytes = typeof file.data === "string" ? fromBase64(file.data) : file.data;
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: file.mediaType });
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replace(/^data:[^,]*,/, "")), (character) => character.charCodeAt(0));
  } catch {
    throw new InvalidArgumentError({
      argument: "prompt",
      message: "An input file is no base64; nothing was sent.",
    });
  }
}

/**
 * Puts the images of an edit into the model's fields.
 * @throws InvalidArgumentError where the model takes none, or not so many: what it made would not be what was asked for, and would
 * be charged
 */
export function setImages(draft: Draft, setting: string, files: readonly GivenFile[]): void {
  if (files.length === 0) return;
  const { image, images } = draft.roles;
  const media = files.map(toMedia);
  const rest = image ? media.slice(1) : media;
  if (image) draft.set(setting, image, media[0]);
  if (rest.length === 0) return;
  if (images) {
    draft.set(setting, images, rest);
    return;
  }
  const most = image ? "one image" : "no images";
  throw new InvalidArgumentError({
    argument: setting,
    message: `${draft.model.id} takes ${most}, and ${files.length} were given as ${setting}; nothing was sent.`,
  });
}
