// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Gemini Omni Flash Text to Video — `google/gemini-omni-flash/text-to-video`
 *
 * Makes a landscape or portrait video of 3 to 10 seconds from a written description.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("google/gemini-omni-flash/text-to-video", {
 *   "prompt": "A paper boat sails down a rain-filled gutter past autumn leaves, camera low and following at water level",
 *   "aspect_ratio": "9:16",
 *   "duration": 6
 * });
 * ```
 */
export interface GoogleGeminiOmniFlashTextToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video.
   *
   * @default "16:9"
   */
  aspect_ratio?: "16:9" | "9:16";
  /**
   * Length of the video in seconds.
   *
   * 3 to 10.
   *
   * @default 8
   */
  duration?: number;
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "google/gemini-omni-flash/text-to-video": GoogleGeminiOmniFlashTextToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<GoogleGeminiOmniFlashTextToVideoInput>[];
export declare const validator: ModelValidator<GoogleGeminiOmniFlashTextToVideoInput>;
