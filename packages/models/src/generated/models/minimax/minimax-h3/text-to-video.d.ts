// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * MiniMax H3 Text to Video — `minimax/minimax-h3/text-to-video`
 *
 * Makes a video of 4 to 15 seconds from a written description, at 768p or 2K.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("minimax/minimax-h3/text-to-video", {
 *   "prompt": "A glassblower turns a glowing orange bubble in a dark workshop, sparks on the floor, slow push-in",
 *   "aspect_ratio": "21:9",
 *   "resolution": "2k"
 * });
 * ```
 */
export interface MinimaxMinimaxH3TextToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video.
   *
   * @default "16:9"
   */
  aspect_ratio?: "21:9" | "16:9" | "4:3" | "1:1" | "3:4" | "9:16";
  /**
   * Resolution of the video.
   *
   * @default "768p"
   */
  resolution?: "768p" | "2k";
  /**
   * Length of the video in seconds.
   *
   * @default 5
   */
  duration?: 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "minimax/minimax-h3/text-to-video": MinimaxMinimaxH3TextToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<MinimaxMinimaxH3TextToVideoInput>[];
export declare const validator: ModelValidator<MinimaxMinimaxH3TextToVideoInput>;
