// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Wan 2.7 Image to Video — `wan-ai/wan-2.7/image-to-video`
 *
 * Animates an image by a written description, optionally towards a last frame and to a soundtrack.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("wan-ai/wan-2.7/image-to-video", {
 *   "prompt": "Steam rises from the cup while the camera moves slowly closer",
 *   "image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": 5
 * });
 * ```
 */
export interface WanAiWan27ImageToVideoInput {
  /**
   * What happens in the video.
   *
   * At most 5000 characters.
   */
  prompt: string;
  /**
   * The image that the video starts from.
   *
   * Image: URL, data URI or file.
   */
  image_url: Media;
  /**
   * The image that the video ends on.
   *
   * Image: URL, data URI or file.
   */
  end_image_url?: Media;
  /**
   * The audio that the video is timed to.
   *
   * Audio: URL, data URI or file.
   */
  audio_url?: Media;
  /**
   * Length of the video in seconds.
   *
   * @default 5
   */
  duration?: 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;
  /**
   * Resolution of the video.
   *
   * @default "1080p"
   */
  resolution?: "720p" | "1080p";
  /**
   * Whether the service elaborates the prompt before it is used.
   *
   * @default true
   */
  enable_prompt_expansion?: boolean;
  /**
   * What the video should not show.
   *
   * At most 500 characters.
   */
  negative_prompt?: string;
  /**
   * The same seed and input give similar results.
   *
   * 0 to 2147483647.
   *
   * @default 0
   */
  seed?: number;
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "wan-ai/wan-2.7/image-to-video": WanAiWan27ImageToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<WanAiWan27ImageToVideoInput>[];
export declare const validator: ModelValidator<WanAiWan27ImageToVideoInput>;
