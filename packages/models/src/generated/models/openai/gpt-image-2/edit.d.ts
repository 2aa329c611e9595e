// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * GPT Image 2 Edit — `openai/gpt-image-2/edit`
 *
 * Edits one or several images by a written instruction, with accurate multilingual text, up to 4K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("openai/gpt-image-2/edit", {
 *   "prompt": "Turn the background into a bright, minimal white-to-soft-gray studio sweep with gentle floor shadow; add a large headline in-image that reads 'OPEN STUDIO' in a bold, clean sans-serif, high contrast, centered; keep the main person or product, pose, and face identity unchanged",
 *   "images": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ]
 * });
 * ```
 */
export interface OpenaiGptImage2EditInput {
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
  images: Media[];
  /**
   * Aspect ratio of the edited image.
   *
   * When left out: the ratio nearest to that of the first image (`images`).
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
    "openai/gpt-image-2/edit": OpenaiGptImage2EditInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<OpenaiGptImage2EditInput>[];
export declare const validator: ModelValidator<OpenaiGptImage2EditInput>;
