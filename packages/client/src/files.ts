import type { Output } from "@model-api/models/lean";

/** One file of an output. */
export interface OutputFile {
  readonly kind: "image" | "video" | "audio";
  /** Public URL; needs no token, and must not be sent one. It expires on the hosted service. */
  readonly url: string;
}

/** The files of an output, whichever of its fields they stand in; each URL once. */
export function files(output: Output): OutputFile[] {
  const found: OutputFile[] = [];
  const add = (kind: OutputFile["kind"], ...urls: (string | undefined)[]) => {
    for (const url of urls) if (url && !found.some((file) => file.url === url)) found.push({ kind, url });
  };
  add("image", output.image, ...(output.images ?? []));
  add("video", output.video, ...(output.videos ?? []));
  add("audio", output.audio);
  return found;
}
