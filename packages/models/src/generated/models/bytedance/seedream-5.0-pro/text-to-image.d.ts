// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Seedream 5.0 Pro Text to Image — `bytedance/seedream-5.0-pro/text-to-image`
 *
 * Makes an image from a written description, at 1K or 2K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("bytedance/seedream-5.0-pro/text-to-image", {
 *   "prompt": "A poster for a jazz evening: a trumpet drawn in one line over a midnight blue ground, the words 'Blue Hour' below",
 *   "aspect_ratio": "3:4",
 *   "resolution": "2K"
 * });
 * ```
 */
export interface BytedanceSeedream50ProTextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Aspect ratio of the image.
   *
   * @default "1:1"
   */
  aspect_ratio?: "1:1" | "4:3" | "3:4" | "16:9" | "9:16" | "2:3" | "3:2" | "21:9";
  /**
   * Resolution of the image.
   *
   * @default "2K"
   */
  resolution?: "1K" | "2K";
  /**
   * File format of the output image.
   *
   * @default "png"
   */
  output_format?: "png" | "jpeg";
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "bytedance/seedream-5.0-pro/text-to-image": BytedanceSeedream50ProTextToImageInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<BytedanceSeedream50ProTextToImageInput>[];
export declare const validator: ModelValidator<BytedanceSeedream50ProTextToImageInput>;
