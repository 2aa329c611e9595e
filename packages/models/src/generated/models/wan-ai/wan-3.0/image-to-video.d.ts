// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Wan 3.0 Image to Video — `wan-ai/wan-3.0/image-to-video`
 *
 * Animates an image by a written description for up to 30 seconds, with sound, optionally towards a last frame.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("wan-ai/wan-3.0/image-to-video", {
 *   "prompt": "The curtain lifts in the draught, dust drifts through the light and the camera glides slowly to the right",
 *   "image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": 8,
 *   "resolution": "1080p"
 * });
 * ```
 */
export interface WanAiWan30ImageToVideoInput {
  /**
   * What happens in the video.
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
   * Aspect ratio of the video; adaptive follows the input image.
   *
   * @default "adaptive"
   */
  aspect_ratio?: "adaptive" | "16:9" | "9:16" | "1:1" | "4:3" | "3:4";
  /**
   * Resolution of the video.
   *
   * @default "720p"
   */
  resolution?: "480p" | "720p" | "1080p";
  /**
   * Length of the video in seconds.
   *
   * 2 to 30.
   *
   * @default 5
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  enable_audio?: boolean;
  /**
   * Whether the service elaborates the prompt before it is used.
   *
   * @default true
   */
  prompt_extend?: boolean;
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
    "wan-ai/wan-3.0/image-to-video": WanAiWan30ImageToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<WanAiWan30ImageToVideoInput>[];
export declare const validator: ModelValidator<WanAiWan30ImageToVideoInput>;
