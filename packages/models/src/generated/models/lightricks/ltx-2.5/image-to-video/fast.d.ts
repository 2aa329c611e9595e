// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../../lean.js";

/**
 * LTX-2.5 Fast Image to Video — `lightricks/ltx-2.5/image-to-video/fast`
 *
 * Animates an image by a written description with a chosen camera motion and sound, up to 20 seconds or 4K, favouring speed.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("lightricks/ltx-2.5/image-to-video/fast", {
 *   "prompt": "Morning light moves across the table, a hand reaches in and lifts the cup out of the frame",
 *   "image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": "8",
 *   "camera_motion": "dolly_in"
 * });
 * ```
 */
export interface LightricksLtx25ImageToVideoFastInput {
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
   * Aspect ratio of the video; auto lets the model choose.
   *
   * @default "auto"
   */
  aspect_ratio?: "auto" | "16:9" | "9:16";
  /**
   * Resolution of the video; 2160p is 4K.
   *
   * @default "1080p"
   */
  resolution?: "720p" | "1080p" | "1440p" | "2160p";
  /**
   * Length of the video in seconds; auto lets the model choose.
   *
   * @default "10"
   */
  duration?: "auto" | "6" | "8" | "10" | "12" | "14" | "16" | "18" | "20";
  /**
   * Frames per second of the video.
   *
   * @default 25
   */
  fps?: 24 | 25 | 48 | 50;
  /**
   * How the camera moves; static holds it still, focus_shift changes what is sharp.
   */
  camera_motion?: "dolly_in" | "dolly_out" | "dolly_left" | "dolly_right" | "jib_up" | "jib_down" | "static" | "focus_shift";
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  generate_audio?: boolean;
}

declare module "../../../../lean.js" {
  interface ModelInputs {
    "lightricks/ltx-2.5/image-to-video/fast": LightricksLtx25ImageToVideoFastInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<LightricksLtx25ImageToVideoFastInput>[];
export declare const validator: ModelValidator<LightricksLtx25ImageToVideoFastInput>;
