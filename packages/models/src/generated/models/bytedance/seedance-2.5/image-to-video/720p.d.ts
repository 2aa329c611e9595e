// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../../lean.js";

/**
 * Seedance 2.5 Image to Video 720p — `bytedance/seedance-2.5/image-to-video/720p`
 *
 * Animates an image by a written description for up to 30 seconds at 720p, with sound.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("bytedance/seedance-2.5/image-to-video/720p", {
 *   "prompt": "The camera pulls back to reveal the whole room while the lamps come on one by one",
 *   "image": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": 10
 * });
 * ```
 */
export interface BytedanceSeedance25ImageToVideo720PInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * The image that the video starts from.
   *
   * Image: URL, data URI or file.
   */
  image: Media;
  /**
   * Length of the video in seconds.
   *
   * 4 to 30.
   *
   * @default 5
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  generate_audio?: boolean;
}

declare module "../../../../lean.js" {
  interface ModelInputs {
    "bytedance/seedance-2.5/image-to-video/720p": BytedanceSeedance25ImageToVideo720PInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<BytedanceSeedance25ImageToVideo720PInput>[];
export declare const validator: ModelValidator<BytedanceSeedance25ImageToVideo720PInput>;
