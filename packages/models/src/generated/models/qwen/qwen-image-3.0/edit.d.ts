// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Qwen-Image-3.0 Edit — `qwen/qwen-image-3.0/edit`
 *
 * Edits or combines up to 3 images by a written instruction, at 1K or 2K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("qwen/qwen-image-3.0/edit", {
 *   "prompt": "Replace the text on the sign with 'OPEN LATE' in the same lettering; leave everything else untouched",
 *   "image_urls": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "aspect_ratio": "4:3"
 * });
 * ```
 */
export interface QwenQwenImage30EditInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * Reference images to edit, up to 3.
   *
   * 1 to 3 items; images: URL, data URI or file.
   *
   * Items: Image: URL, data URI or file.
   */
  image_urls: Media[];
  /**
   * Aspect ratio of the edited image.
   *
   * @default "1:1"
   */
  aspect_ratio?: "1:1" | "16:9" | "9:16" | "4:3" | "3:4";
  /**
   * Resolution of the image.
   *
   * @default "2k"
   */
  resolution?: "1k" | "2k";
  /**
   * Whether the service elaborates the prompt before it is used.
   *
   * @default true
   */
  enable_prompt_expansion?: boolean;
  /**
   * The same seed and input give similar results; -1 picks a random seed.
   *
   * @default -1
   */
  seed?: number;
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "qwen/qwen-image-3.0/edit": QwenQwenImage30EditInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<QwenQwenImage30EditInput>[];
export declare const validator: ModelValidator<QwenQwenImage30EditInput>;
