// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Wan 2.7 Edit — `wan-ai/wan-2.7/edit`
 *
 * Edits or combines up to 4 images by a written instruction and returns up to 4 results.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("wan-ai/wan-2.7/edit", {
 *   "prompt": "Change the season to deep winter with fresh snow on every surface; keep the composition and the people as they are",
 *   "image_urls": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "image_size": "landscape_4_3"
 * });
 * ```
 */
export interface WanAiWan27EditInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * Reference images to edit, up to 4.
   *
   * 1 to 4 items; images: URL, data URI or file.
   *
   * Items: Image: URL, data URI or file.
   */
  image_urls: Media[];
  /**
   * Shape of the image; square_hd is the larger of the two squares.
   *
   * @default "square_hd"
   */
  image_size?: "square_hd" | "square" | "portrait_4_3" | "portrait_16_9" | "landscape_4_3" | "landscape_16_9";
  /**
   * How many edited images to make.
   *
   * 1 to 4.
   *
   * @default 1
   */
  num_images?: number;
  /**
   * Whether the service elaborates the prompt before it is used.
   *
   * @default true
   */
  enable_prompt_expansion?: boolean;
  /**
   * What the image should not show.
   */
  negative_prompt?: string;
  /**
   * The same seed and input give similar results.
   *
   * 0 to 2147483647.
   */
  seed?: number;
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "wan-ai/wan-2.7/edit": WanAiWan27EditInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<WanAiWan27EditInput>[];
export declare const validator: ModelValidator<WanAiWan27EditInput>;
