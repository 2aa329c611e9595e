// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../../lean.js";

/**
 * Seedance 2.5 Text to Video 720p — `bytedance/seedance-2.5/text-to-video/720p`
 *
 * Makes a video of 4 to 30 seconds at 720p from a written description alone, with sound.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("bytedance/seedance-2.5/text-to-video/720p", {
 *   "prompt": "A potter shapes a tall vase on the wheel, wet clay catching the window light, the wheel humming, macro to wide",
 *   "aspect_ratio": "16:9",
 *   "duration": 15
 * });
 * ```
 */
export interface BytedanceSeedance25TextToVideo720PInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video; adaptive lets the model choose.
   *
   * @default "16:9"
   */
  aspect_ratio?: "16:9" | "9:16" | "1:1" | "4:3" | "3:4" | "21:9" | "adaptive";
  /**
   * Length of the video in seconds.
   *
   * 4 to 30.
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
}

declare module "../../../../lean.js" {
  interface ModelInputs {
    "bytedance/seedance-2.5/text-to-video/720p": BytedanceSeedance25TextToVideo720PInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<BytedanceSeedance25TextToVideo720PInput>[];
export declare const validator: ModelValidator<BytedanceSeedance25TextToVideo720PInput>;
