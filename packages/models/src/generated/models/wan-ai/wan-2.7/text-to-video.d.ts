// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Wan 2.7 Text to Video — `wan-ai/wan-2.7/text-to-video`
 *
 * Makes a video of 2 to 15 seconds from a written description, optionally to a soundtrack of your own.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("wan-ai/wan-2.7/text-to-video", {
 *   "prompt": "A street violinist plays under a stone arch in the rain, passers-by with umbrellas blur past, handheld close-up",
 *   "audio_url": "https://example.com/voice.mp3",
 *   "duration": 10
 * });
 * ```
 */
export interface WanAiWan27TextToVideoInput {
  /**
   * What happens in the video.
   *
   * At most 5000 characters.
   */
  prompt: string;
  /**
   * The audio that the video is timed to.
   *
   * Audio: URL, data URI or file.
   */
  audio_url?: Media;
  /**
   * Aspect ratio of the video.
   *
   * @default "16:9"
   */
  aspect_ratio?: "16:9" | "9:16" | "1:1" | "4:3" | "3:4";
  /**
   * Resolution of the video.
   *
   * @default "1080p"
   */
  resolution?: "720p" | "1080p";
  /**
   * Length of the video in seconds.
   *
   * @default 5
   */
  duration?: 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;
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
    "wan-ai/wan-2.7/text-to-video": WanAiWan27TextToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<WanAiWan27TextToVideoInput>[];
export declare const validator: ModelValidator<WanAiWan27TextToVideoInput>;
