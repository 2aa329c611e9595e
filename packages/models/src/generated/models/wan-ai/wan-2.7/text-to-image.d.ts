// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Wan 2.7 Text to Image — `wan-ai/wan-2.7/text-to-image`
 *
 * Makes up to 5 images from a written description.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("wan-ai/wan-2.7/text-to-image", {
 *   "prompt": "A red fox asleep on a mossy stump, morning mist between the pines, 85mm photograph",
 *   "image_size": "landscape_16_9",
 *   "max_images": 2
 * });
 * ```
 */
export interface WanAiWan27TextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Shape of the image; square_hd is the larger of the two squares.
   *
   * @default "square_hd"
   */
  image_size?: "square_hd" | "square" | "portrait_4_3" | "portrait_16_9" | "landscape_4_3" | "landscape_16_9";
  /**
   * The largest number of images to make.
   *
   * 1 to 5.
   *
   * @default 1
   */
  max_images?: number;
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
    "wan-ai/wan-2.7/text-to-image": WanAiWan27TextToImageInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<WanAiWan27TextToImageInput>[];
export declare const validator: ModelValidator<WanAiWan27TextToImageInput>;
