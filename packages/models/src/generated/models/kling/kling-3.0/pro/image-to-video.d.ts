// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../../lean.js";

/**
 * Kling 3.0 Pro Image to Video — `kling/kling-3.0/pro/image-to-video`
 *
 * Animates an image by a written description in the pro tier, with sound, optionally towards a last frame.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("kling/kling-3.0/pro/image-to-video", {
 *   "prompt": "The camera circles the subject once while the background lights fade from amber to blue",
 *   "start_image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": 5
 * });
 * ```
 */
export interface KlingKling30ProImageToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * The image that the video starts from.
   *
   * Image: URL, data URI or file.
   */
  start_image_url: Media;
  /**
   * The image that the video ends on.
   *
   * Image: URL, data URI or file.
   */
  end_image_url?: Media;
  /**
   * Length of the video in seconds.
   *
   * 3 to 15.
   *
   * @default 10
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  generate_audio?: boolean;
  /**
   * How the shots are planned; customize is the only choice here.
   *
   * @default "customize"
   */
  shot_type?: "customize";
  /**
   * How closely the video follows the prompt, from 0 (loosely) to 1 (closely).
   *
   * 0 to 1.
   *
   * @default 0.5
   */
  cfg_scale?: number;
  /**
   * What the video should not show.
   */
  negative_prompt?: string;
}

declare module "../../../../lean.js" {
  interface ModelInputs {
    "kling/kling-3.0/pro/image-to-video": KlingKling30ProImageToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<KlingKling30ProImageToVideoInput>[];
export declare const validator: ModelValidator<KlingKling30ProImageToVideoInput>;
