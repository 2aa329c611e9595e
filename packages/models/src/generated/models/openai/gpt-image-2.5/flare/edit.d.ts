// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../../lean.js";

/**
 * GPT Image 2.5 Flare Edit — `openai/gpt-image-2.5/flare/edit`
 *
 * Edits or combines up to 16 images by a written instruction with the Flare variant, up to 4K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("openai/gpt-image-2.5/flare/edit", {
 *   "prompt": "Change the wall behind the subject to exposed brick with warm evening light; keep the face, pose and clothes unchanged",
 *   "images": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "aspect_ratio": "3:4",
 *   "quality": "high"
 * });
 * ```
 */
export interface OpenaiGptImage25FlareEditInput {
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
   * @default "3:4"
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
    "openai/gpt-image-2.5/flare/edit": OpenaiGptImage25FlareEditInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<OpenaiGptImage25FlareEditInput>[];
export declare const validator: ModelValidator<OpenaiGptImage25FlareEditInput>;
