// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../../lean.js";

/**
 * GPT Image 2.5 Flare — `openai/gpt-image-2.5/flare/text-to-image`
 *
 * Makes an image from a written description with the Flare variant, up to 4K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("openai/gpt-image-2.5/flare/text-to-image", {
 *   "prompt": "An isometric cutaway of a small bookshop on three floors, tiny readers on every stair, soft pastel colours",
 *   "aspect_ratio": "1:1",
 *   "quality": "high"
 * });
 * ```
 */
export interface OpenaiGptImage25FlareTextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Aspect ratio of the image.
   *
   * @default "1:1"
   */
  aspect_ratio?: "1:1" | "3:2" | "2:3" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9" | "2:1" | "1:2" | "3:1" | "1:3" | "9:21";
  /**
   * Resolution of the image.
   *
   * @default "1k"
   */
  resolution?: "1k" | "2k" | "4k";
  /**
   * Image quality, from low to max.
   *
   * @default "medium"
   */
  quality?: "low" | "medium" | "high" | "xhigh" | "max";
  /**
   * File format of the output image.
   *
   * @default "png"
   */
  output_format?: "png" | "jpeg" | "webp";
}

declare module "../../../../lean.js" {
  interface ModelInputs {
    "openai/gpt-image-2.5/flare/text-to-image": OpenaiGptImage25FlareTextToImageInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<OpenaiGptImage25FlareTextToImageInput>[];
export declare const validator: ModelValidator<OpenaiGptImage25FlareTextToImageInput>;
