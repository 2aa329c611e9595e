// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../../lean.js";

/**
 * LTX-2.5 Pro Text to Video — `lightricks/ltx-2.5/text-to-video/pro`
 *
 * Makes a video of up to 10 seconds from a written description with a chosen camera motion and sound, up to 1080p.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("lightricks/ltx-2.5/text-to-video/pro", {
 *   "prompt": "An astronaut plants a small tree on a red desert plain, dust in the wind, muffled breathing inside the helmet",
 *   "duration": "8",
 *   "camera_motion": "jib_up"
 * });
 * ```
 */
export interface LightricksLtx25TextToVideoProInput {
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
   * Resolution of the video.
   *
   * @default "1080p"
   */
  resolution?: "720p" | "1080p";
  /**
   * Length of the video in seconds; auto lets the model choose.
   *
   * @default "10"
   */
  duration?: "auto" | "6" | "8" | "10";
  /**
   * Frames per second of the video.
   *
   * @default 25
   */
  fps?: 24 | 25 | 50;
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
    "lightricks/ltx-2.5/text-to-video/pro": LightricksLtx25TextToVideoProInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<LightricksLtx25TextToVideoProInput>[];
export declare const validator: ModelValidator<LightricksLtx25TextToVideoProInput>;
