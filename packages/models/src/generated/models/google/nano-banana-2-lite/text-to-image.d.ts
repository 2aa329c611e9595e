// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Nano Banana 2 Lite Text to Image — `google/nano-banana-2-lite/text-to-image`
 *
 * Makes an image from a written description in any of fourteen aspect ratios, from 8:1 to 1:8.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("google/nano-banana-2-lite/text-to-image", {
 *   "prompt": "A flat-lay of hiking gear on pine boards: boots, map, enamel mug and compass, seen from straight above",
 *   "aspect_ratio": "4:3"
 * });
 * ```
 */
export interface GoogleNanoBanana2LiteTextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Aspect ratio of the image; auto lets the model choose.
   *
   * @default "auto"
   */
  aspect_ratio?: "auto" | "21:9" | "16:9" | "3:2" | "4:3" | "5:4" | "1:1" | "4:5" | "3:4" | "2:3" | "9:16" | "4:1" | "1:4" | "8:1" | "1:8";
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "google/nano-banana-2-lite/text-to-image": GoogleNanoBanana2LiteTextToImageInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<GoogleNanoBanana2LiteTextToImageInput>[];
export declare const validator: ModelValidator<GoogleNanoBanana2LiteTextToImageInput>;
