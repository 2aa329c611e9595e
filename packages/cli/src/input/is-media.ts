import type { FieldSchema } from "@model-api/models";

/** Whether a field holds a media file, by its URL. */
export function isMedia({ format }: Partial<FieldSchema>): boolean {
  return /^(image|video|audio)_uri$/.test(format ?? "");
}
