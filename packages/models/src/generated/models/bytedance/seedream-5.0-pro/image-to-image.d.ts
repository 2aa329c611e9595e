// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Seedream 5.0 Pro Image to Image — `bytedance/seedream-5.0-pro/image-to-image`
 *
 * Makes a new image from up to 10 input images and a written instruction, at 1K or 2K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("bytedance/seedream-5.0-pro/image-to-image", {
 *   "prompt": "Place the product on a wet slate slab with water droplets and a soft rim light; keep its label readable",
 *   "image": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "aspect_ratio": "4:3"
 * });
 * ```
 */
export interface BytedanceSeedream50ProImageToImageInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * Images to work from, up to 10.
   *
   * 1 to 10 items; images: URL, data URI or file; the file's file size mb < 30; the file's width/height > 0.0625; the file's width/height < 16; the file's width pixels > 14; the file's height pixels > 14.
   *
   * Items: Image: URL, data URI or file.
   */
  image: Media[];
  /**
   * Aspect ratio of the image; auto lets the model choose.
   *
   * @default "1:1"
   */
  aspect_ratio?: "auto" | "1:1" | "4:3" | "3:4" | "16:9" | "9:16" | "2:3" | "3:2" | "21:9";
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
    "bytedance/seedream-5.0-pro/image-to-image": BytedanceSeedream50ProImageToImageInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<BytedanceSeedream50ProImageToImageInput>[];
export declare const validator: ModelValidator<BytedanceSeedream50ProImageToImageInput>;
