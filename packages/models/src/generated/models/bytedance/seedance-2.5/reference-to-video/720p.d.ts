// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../../lean.js";

/**
 * Seedance 2.5 Reference to Video 720p — `bytedance/seedance-2.5/reference-to-video/720p`
 *
 * Makes a video at 720p from a written description, guided by reference images, videos and audio, with sound.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("bytedance/seedance-2.5/reference-to-video/720p", {
 *   "prompt": "The person in the image walks through a greenhouse at noon, brushing leaves aside, slow dolly behind the shoulder",
 *   "images": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "aspect_ratio": "9:16",
 *   "duration": 8
 * });
 * ```
 */
export interface BytedanceSeedance25ReferenceToVideo720PInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Images to take as a reference, up to 9.
   *
   * At most 9 items; images: URL, data URI or file.
   *
   * Items: Image: URL, data URI or file.
   */
  images?: Media[];
  /**
   * Videos to take as a reference, up to 3.
   *
   * At most 3 items; videos: URL, data URI or file.
   *
   * Items: Video: URL, data URI or file.
   */
  videos?: Media[];
  /**
   * Audio to take as a reference, up to 3.
   *
   * At most 3 items; audios: URL, data URI or file.
   *
   * Items: Audio: URL, data URI or file.
   */
  audios?: Media[];
  /**
   * Aspect ratio of the video; adaptive lets the model choose.
   *
   * @default "16:9"
   */
  aspect_ratio?: "16:9" | "9:16" | "1:1" | "4:3" | "3:4" | "21:9" | "adaptive";
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
    "bytedance/seedance-2.5/reference-to-video/720p": BytedanceSeedance25ReferenceToVideo720PInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<BytedanceSeedance25ReferenceToVideo720PInput>[];
export declare const validator: ModelValidator<BytedanceSeedance25ReferenceToVideo720PInput>;
