// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Nano Banana 2 Lite Edit — `google/nano-banana-2-lite/edit`
 *
 * Edits or combines up to 10 images by a written instruction.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("google/nano-banana-2-lite/edit", {
 *   "prompt": "Remove the background and put the subject on a plain pastel pink one; keep its edges and shadows natural",
 *   "image_urls": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "aspect_ratio": "1:1"
 * });
 * ```
 */
export interface GoogleNanoBanana2LiteEditInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * Reference images to edit, up to 10.
   *
   * 1 to 10 items; images: URL, data URI or file.
   *
   * Items: Image: URL, data URI or file.
   */
  image_urls: Media[];
  /**
   * Aspect ratio of the edited image; auto lets the model choose.
   *
   * @default "auto"
   */
  aspect_ratio?: "auto" | "21:9" | "16:9" | "3:2" | "4:3" | "5:4" | "1:1" | "4:5" | "3:4" | "2:3" | "9:16" | "4:1" | "1:4" | "8:1" | "1:8";
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "google/nano-banana-2-lite/edit": GoogleNanoBanana2LiteEditInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<GoogleNanoBanana2LiteEditInput>[];
export declare const validator: ModelValidator<GoogleNanoBanana2LiteEditInput>;
