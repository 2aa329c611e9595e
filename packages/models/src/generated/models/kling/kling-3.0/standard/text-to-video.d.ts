// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../../lean.js";

/**
 * Kling 3.0 Standard Text to Video — `kling/kling-3.0/standard/text-to-video`
 *
 * Makes a video of 3 to 15 seconds from a written description in the standard tier, with sound.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("kling/kling-3.0/standard/text-to-video", {
 *   "prompt": "A barista pours a rosetta into a cappuccino, extreme close-up, milk swirling in slow motion, quiet café murmur",
 *   "aspect_ratio": "9:16",
 *   "duration": 8
 * });
 * ```
 */
export interface KlingKling30StandardTextToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * Aspect ratio of the video.
   *
   * @default "16:9"
   */
  aspect_ratio?: "16:9" | "9:16" | "1:1";
  /**
   * Length of the video in seconds.
   *
   * 3 to 15.
   *
   * @default 5
   */
  duration?: number;
  /**
   * Whether the video comes with sound.
   *
   * @default true
   */
  sound?: boolean;
  /**
   * How the shots are planned; intelligent leaves it to the model.
   *
   * @default "intelligent"
   */
  shot_type?: "intelligent" | "customize";
  /**
   * How closely the video follows the prompt, from 0 (loosely) to 1 (closely).
   *
   * 0 to 1.
   *
   * @default 0.5
   */
  cfg_scale?: number;
  /**
   * What the video should not show.
   */
  negative_prompt?: string;
}

declare module "../../../../lean.js" {
  interface ModelInputs {
    "kling/kling-3.0/standard/text-to-video": KlingKling30StandardTextToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<KlingKling30StandardTextToVideoInput>[];
export declare const validator: ModelValidator<KlingKling30StandardTextToVideoInput>;
