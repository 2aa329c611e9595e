// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * HappyHorse 1.1 Text to Video — `alibaba/happyhorse-1.1/text-to-video`
 *
 * Makes a video of 3 to 15 seconds from a written description, at 720p or 1080p.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("alibaba/happyhorse-1.1/text-to-video", {
 *   "prompt": "Two foals race along a beach at sunrise, spray flying from their hooves, drone shot from the side",
 *   "ratio": "16:9",
 *   "duration": 6
 * });
 * ```
 */
export interface AlibabaHappyhorse11TextToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video.
   *
   * @default "16:9"
   */
  ratio?: "16:9" | "9:16" | "1:1";
  /**
   * Resolution of the video.
   *
   * @default "1080P"
   */
  resolution?: "720P" | "1080P";
  /**
   * Length of the video in seconds.
   *
   * 3 to 15.
   *
   * @default 5
   */
  duration?: number;
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "alibaba/happyhorse-1.1/text-to-video": AlibabaHappyhorse11TextToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<AlibabaHappyhorse11TextToVideoInput>[];
export declare const validator: ModelValidator<AlibabaHappyhorse11TextToVideoInput>;
