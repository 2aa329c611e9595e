// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Qwen-Image-3.0 Text to Image — `qwen/qwen-image-3.0/text-to-image`
 *
 * Makes an image from a written description, at 1K or 2K, elaborating the description unless told not to.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("qwen/qwen-image-3.0/text-to-image", {
 *   "prompt": "A chalkboard menu outside a noodle bar reading 'Today: beef broth, hand-pulled noodles', rain on the pavement",
 *   "aspect_ratio": "3:4",
 *   "seed": 42
 * });
 * ```
 */
export interface QwenQwenImage30TextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Aspect ratio of the image.
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
    "qwen/qwen-image-3.0/text-to-image": QwenQwenImage30TextToImageInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<QwenQwenImage30TextToImageInput>[];
export declare const validator: ModelValidator<QwenQwenImage30TextToImageInput>;
