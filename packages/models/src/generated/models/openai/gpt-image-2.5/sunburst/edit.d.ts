// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../../lean.js";

/**
 * GPT Image 2.5 Sunburst Edit — `openai/gpt-image-2.5/sunburst/edit`
 *
 * Edits or combines up to 16 images by a written instruction with the Sunburst variant, up to 4K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("openai/gpt-image-2.5/sunburst/edit", {
 *   "prompt": "Turn the picture into a magazine cover titled 'FIELD NOTES' with two short cover lines on the left; keep the photograph as it is",
 *   "images": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "aspect_ratio": "4:5",
 *   "resolution": "2k"
 * });
 * ```
 */
export interface OpenaiGptImage25SunburstEditInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * Reference images to edit, up to 16.
   *
   * 1 to 16 items; images: URL, data URI or file.
   *
   * Items: Image: URL, data URI or file.
   */
  images: Media[];
  /**
   * Aspect ratio of the edited image.
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
    "openai/gpt-image-2.5/sunburst/edit": OpenaiGptImage25SunburstEditInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<OpenaiGptImage25SunburstEditInput>[];
export declare const validator: ModelValidator<OpenaiGptImage25SunburstEditInput>;
