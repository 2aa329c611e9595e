// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Ideogram 4.0 Text to Image — `ideogram-ai/ideogram-v4/text-to-image`
 *
 * Makes an image from a written description, at one of three rendering speeds.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("ideogram-ai/ideogram-v4/text-to-image", {
 *   "prompt": "A vintage seed packet with the words 'Sweet Peas' in hand-lettered type above a watercolour of pink and violet flowers",
 *   "size": "3:4",
 *   "rendering_speed": "QUALITY"
 * });
 * ```
 */
export interface IdeogramAiIdeogramV4TextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Aspect ratio of the image.
   *
   * @default "1:1"
   */
  size?: "1:1" | "3:4" | "4:3" | "16:9" | "9:16";
  /**
   * TURBO is the fastest, QUALITY takes the most care, BALANCED lies between.
   *
   * @default "BALANCED"
   */
  rendering_speed?: "TURBO" | "BALANCED" | "QUALITY";
  /**
   * File format of the output image.
   *
   * @default "jpeg"
   */
  output_format?: "png" | "jpeg";
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "ideogram-ai/ideogram-v4/text-to-image": IdeogramAiIdeogramV4TextToImageInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<IdeogramAiIdeogramV4TextToImageInput>[];
export declare const validator: ModelValidator<IdeogramAiIdeogramV4TextToImageInput>;
