// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * GPT Image 2 — `openai/gpt-image-2/text-to-image`
 *
 * Makes an image from a written description, with accurate multilingual text, up to 4K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("openai/gpt-image-2/text-to-image", {
 *   "prompt": "A ceramic mug on a linen cloth, soft window light, shallow depth of field",
 *   "aspect_ratio": "4:3"
 * });
 * ```
 */
export interface OpenaiGptImage2TextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Aspect ratio of the image.
   *
   * @default "1:1"
   */
  aspect_ratio?: "1:1" | "3:2" | "2:3" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9";
  /**
   * Pixel area of the output: 1k is 1024 × 1024, 2k is 2048 × 2048, 4k is 3840 × 2160, spread over the aspect ratio.
   *
   * @default "1k"
   */
  resolution?: "1k" | "2k" | "4k";
  /**
   * Image quality.
   *
   * @default "medium"
   */
  quality?: "low" | "medium" | "high";
  /**
   * File format of the output image.
   *
   * @default "png"
   */
  output_format?: "png" | "jpeg" | "webp";
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "openai/gpt-image-2/text-to-image": OpenaiGptImage2TextToImageInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<OpenaiGptImage2TextToImageInput>[];
export declare const validator: ModelValidator<OpenaiGptImage2TextToImageInput>;
