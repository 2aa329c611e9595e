// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * Runway Aleph 2.0 Video to Video — `runwayml/runway-aleph-2/video-to-video`
 *
 * Changes a video by a written instruction, optionally into another aspect ratio.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("runwayml/runway-aleph-2/video-to-video", {
 *   "prompt": "Replace the parked car with a white horse, matching the light and the shadows; keep the street unchanged",
 *   "video_url": "https://example.com/clip.mp4",
 *   "target_aspect_ratio": "16:9"
 * });
 * ```
 */
export interface RunwaymlRunwayAleph2VideoToVideoInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * The video to change.
   *
   * Video: URL, data URI or file; the file's file size mb < 16.
   */
  video_url: Media;
  /**
   * Aspect ratio of the new video.
   */
  target_aspect_ratio?: "16:9" | "4:3" | "3:2" | "1:1" | "2:3" | "3:4" | "9:16" | "21:9";
  /**
   * The same seed and input give similar results.
   *
   * 0 to 4294967295.
   */
  seed?: number;
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "runwayml/runway-aleph-2/video-to-video": RunwaymlRunwayAleph2VideoToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<RunwaymlRunwayAleph2VideoToVideoInput>[];
export declare const validator: ModelValidator<RunwaymlRunwayAleph2VideoToVideoInput>;
