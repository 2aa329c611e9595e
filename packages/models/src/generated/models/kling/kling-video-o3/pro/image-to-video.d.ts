// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../../lean.js";

/**
 * Kling Video O3 Pro Image to Video — `kling/kling-video-o3/pro/image-to-video`
 *
 * Animates an image by a written description, optionally towards a last frame; sound is off unless asked for.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("kling/kling-video-o3/pro/image-to-video", {
 *   "prompt": "Wind picks up, leaves sweep across the frame and the subject looks up at the darkening sky",
 *   "image": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": 7,
 *   "sound": true
 * });
 * ```
 */
export interface KlingKlingVideoO3ProImageToVideoInput {
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
   * The image that the video ends on.
   *
   * Image: URL, data URI or file.
   */
  end_image?: Media;
  /**
   * Length of the video in seconds.
   *
   * 3 to 15.
   *
   * @default 5
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default false
   */
  sound?: boolean;
  /**
   * How the shots are planned; intelligent leaves it to the model.
   *
   * @default "customize"
   */
  shot_type?: "customize" | "intelligent";
}

declare module "../../../../lean.js" {
  interface ModelInputs {
    "kling/kling-video-o3/pro/image-to-video": KlingKlingVideoO3ProImageToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<KlingKlingVideoO3ProImageToVideoInput>[];
export declare const validator: ModelValidator<KlingKlingVideoO3ProImageToVideoInput>;
