// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * FLUX 3 Text to Video — `blackforestlabs/flux-3/text-to-video`
 *
 * Makes a video of 5 to 20 seconds from a written description, with sound, in a shape and length that can be left to the model.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("blackforestlabs/flux-3/text-to-video", {
 *   "prompt": "A cook tosses noodles in a flaming wok at a night market, sparks rising, sizzling oil and chatter around",
 *   "duration": "10",
 *   "resolution": "1080p"
 * });
 * ```
 */
export interface BlackforestlabsFlux3TextToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video; auto lets the model choose.
   *
   * @default "auto"
   */
  aspect_ratio?: "auto" | "21:9" | "2:1" | "16:9" | "4:3" | "1:1" | "3:4" | "9:16";
  /**
   * Resolution of the video.
   *
   * @default "720p"
   */
  resolution?: "720p" | "1080p";
  /**
   * Length of the video in seconds; auto lets the model choose.
   *
   * @default "auto"
   */
  duration?: "auto" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20";
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  generate_audio?: boolean;
  /**
   * How much the content filter lets through: 0 is the strictest, 4 the most tolerant.
   *
   * 0 to 4.
   *
   * @default 2
   */
  safety_tolerance?: number;
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "blackforestlabs/flux-3/text-to-video": BlackforestlabsFlux3TextToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<BlackforestlabsFlux3TextToVideoInput>[];
export declare const validator: ModelValidator<BlackforestlabsFlux3TextToVideoInput>;
