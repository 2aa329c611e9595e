// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * PixVerse V6 Image to Video — `pixverse/pixverse-v6/image-to-video`
 *
 * Animates an image by a written description, optionally in several shots and with sound.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("pixverse/pixverse-v6/image-to-video", {
 *   "prompt": "Confetti bursts from behind the subject and drifts down in slow motion as the camera tilts up",
 *   "image": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": 5,
 *   "generate_audio_switch": true
 * });
 * ```
 */
export interface PixversePixverseV6ImageToVideoInput {
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
   * Resolution of the video.
   *
   * @default "720p"
   */
  resolution?: "360p" | "540p" | "720p" | "1080p";
  /**
   * Length of the video in seconds.
   *
   * 1 to 15.
   *
   * @default 5
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default false
   */
  generate_audio_switch?: boolean;
  /**
   * Whether the video may cut between several shots.
   *
   * @default false
   */
  generate_multi_clip_switch?: boolean;
  /**
   * The same seed and input give similar results.
   *
   * @default 0
   */
  seed?: number;
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "pixverse/pixverse-v6/image-to-video": PixversePixverseV6ImageToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<PixversePixverseV6ImageToVideoInput>[];
export declare const validator: ModelValidator<PixversePixverseV6ImageToVideoInput>;
