// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Gemini Omni Flash Video Edit — `google/gemini-omni-flash/video-edit`
 *
 * Changes a video by a written instruction.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("google/gemini-omni-flash/video-edit", {
 *   "prompt": "Turn the daylight into a rainy evening with wet reflections on the ground; keep the people and the camera movement",
 *   "video_url": "https://example.com/clip.mp4"
 * });
 * ```
 */
export interface GoogleGeminiOmniFlashVideoEditInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * The video to edit.
   *
   * Video: URL, data URI or file.
   */
  video_url: Media;
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "google/gemini-omni-flash/video-edit": GoogleGeminiOmniFlashVideoEditInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<GoogleGeminiOmniFlashVideoEditInput>[];
export declare const validator: ModelValidator<GoogleGeminiOmniFlashVideoEditInput>;
