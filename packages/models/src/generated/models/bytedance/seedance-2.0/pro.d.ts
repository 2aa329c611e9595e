// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Seedance 2.0 Pro — `bytedance/seedance-2.0/pro`
 *
 * Makes a video from a written description and, if given, reference images, videos and audio, with sound and up to 4K.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("bytedance/seedance-2.0/pro", {
 *   "prompt": "The dancer from the image spins across an empty car park at dusk, one long tracking shot, footsteps and distant traffic",
 *   "images": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ],
 *   "duration": 8,
 *   "resolution": "1080p"
 * });
 * ```
 */
export interface BytedanceSeedance20ProInput {
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
   * @default "adaptive"
   */
  aspect_ratio?: "adaptive" | "16:9" | "9:16" | "4:3" | "3:4" | "1:1" | "21:9";
  /**
   * Resolution of the video.
   *
   * @default "720p"
   */
  resolution?: "480p" | "720p" | "1080p" | "4k";
  /**
   * Length of the video in seconds.
   *
   * 4 to 15.
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
  /**
   * The same seed and input give similar results.
   */
  seed?: number;
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "bytedance/seedance-2.0/pro": BytedanceSeedance20ProInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<BytedanceSeedance20ProInput>[];
export declare const validator: ModelValidator<BytedanceSeedance20ProInput>;
