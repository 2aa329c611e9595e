// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * PixVerse V6 Text to Video — `pixverse/pixverse-v6/text-to-video`
 *
 * Makes a video of up to 15 seconds from a written description, optionally in several shots and with sound.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("pixverse/pixverse-v6/text-to-video", {
 *   "prompt": "A skateboarder rolls down an empty boulevard at dawn, then a close-up of the wheels, then a jump over the steps",
 *   "duration": 8,
 *   "generate_multi_clip_switch": true
 * });
 * ```
 */
export interface PixversePixverseV6TextToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video.
   *
   * @default "16:9"
   */
  aspect_ratio?: "16:9" | "4:3" | "1:1" | "3:4" | "9:16" | "2:3" | "3:2" | "21:9";
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
    "pixverse/pixverse-v6/text-to-video": PixversePixverseV6TextToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<PixversePixverseV6TextToVideoInput>[];
export declare const validator: ModelValidator<PixversePixverseV6TextToVideoInput>;
