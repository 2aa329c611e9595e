// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * MiniMax H3 Image to Video — `minimax/minimax-h3/image-to-video`
 *
 * Animates an image by a written description at 768p or 2K, optionally towards a last frame.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("minimax/minimax-h3/image-to-video", {
 *   "prompt": "The model lowers her sunglasses and walks towards the camera, neon signs flickering behind her",
 *   "image": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "resolution": "768p",
 *   "duration": 5
 * });
 * ```
 */
export interface MinimaxMinimaxH3ImageToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * The image that the video starts from.
   *
   * Image: URL, data URI or file.
   */
  image: Media;
  /**
   * The image that the video ends on.
   *
   * Image: URL, data URI or file.
   */
  last_image?: Media;
  /**
   * Resolution of the video.
   */
  resolution: "768p" | "2k";
  /**
   * Length of the video in seconds.
   *
   * 4 to 15.
   */
  duration: number;
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "minimax/minimax-h3/image-to-video": MinimaxMinimaxH3ImageToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<MinimaxMinimaxH3ImageToVideoInput>[];
export declare const validator: ModelValidator<MinimaxMinimaxH3ImageToVideoInput>;
