// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Wan 3.0 Text to Video — `wan-ai/wan-3.0/text-to-video`
 *
 * Makes a video of up to 30 seconds from a written description, with sound unless it is turned off.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("wan-ai/wan-3.0/text-to-video", {
 *   "prompt": "A night train crosses a snowy viaduct under a full moon, wide aerial shot, the wheels clattering on the rails",
 *   "duration": 12,
 *   "aspect_ratio": "16:9"
 * });
 * ```
 */
export interface WanAiWan30TextToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video; adaptive lets the model choose.
   *
   * @default "16:9"
   */
  aspect_ratio?: "16:9" | "9:16" | "1:1" | "4:3" | "3:4" | "adaptive";
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
   */
  seed?: number;
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "wan-ai/wan-3.0/text-to-video": WanAiWan30TextToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<WanAiWan30TextToVideoInput>[];
export declare const validator: ModelValidator<WanAiWan30TextToVideoInput>;
