// Generated from schemas/ by `pnpm codegen`. Do not edit.

import type { Media, ModelMetadata } from "./lean.js";

export * from "./lean.js";

/** The catalog: metadata of every model, sorted by id. */
export declare const models: readonly ModelMetadata[];

/**
 * GPT Image 2 Edit — `openai/gpt-image-2/edit`
 *
 * Edits one or several images by a written instruction, with accurate multilingual text, up to 4K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("openai/gpt-image-2/edit", {
 *   "prompt": "Turn the background into a bright, minimal white-to-soft-gray studio sweep with gentle floor shadow; add a large headline in-image that reads 'OPEN STUDIO' in a bold, clean sans-serif, high contrast, centered; keep the main person or product, pose, and face identity unchanged",
 *   "images": [
 *     "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp"
 *   ]
 * });
 * ```
 */
export interface OpenaiGptImage2EditInput {
  /**
   * What to change, and what to keep.
   */
  prompt: string;
  /**
   * Reference images to edit, up to 10.
   *
   * 1 to 10 items; images: URL, data URI or file.
   */
  images: Media[];
  /**
   * Aspect ratio of the edited image.
   *
   * When left out: the ratio nearest to that of the first image (`images`).
   */
  aspect_ratio?: "1:1" | "3:2" | "2:3" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9";
  /**
   * Pixel area of the output: 1k is 1024 × 1024, 2k is 2048 × 2048, 4k is 3840 × 2160, spread over the aspect ratio.
   *
   * @default "1k"
   */
  resolution?: "1k" | "2k" | "4k";
  /**
   * Image quality.
   *
   * @default "medium"
   */
  quality?: "low" | "medium" | "high";
  /**
   * File format of the output image.
   *
   * @default "png"
   */
  output_format?: "png" | "jpeg" | "webp";
}

/**
 * GPT Image 2 — `openai/gpt-image-2/text-to-image`
 *
 * Makes an image from a written description, with accurate multilingual text, up to 4K.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("openai/gpt-image-2/text-to-image", {
 *   "prompt": "A ceramic mug on a linen cloth, soft window light, shallow depth of field",
 *   "aspect_ratio": "4:3"
 * });
 * ```
 */
export interface OpenaiGptImage2TextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Aspect ratio of the image.
   *
   * @default "1:1"
   */
  aspect_ratio?: "1:1" | "3:2" | "2:3" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9";
  /**
   * Pixel area of the output: 1k is 1024 × 1024, 2k is 2048 × 2048, 4k is 3840 × 2160, spread over the aspect ratio.
   *
   * @default "1k"
   */
  resolution?: "1k" | "2k" | "4k";
  /**
   * Image quality.
   *
   * @default "medium"
   */
  quality?: "low" | "medium" | "high";
  /**
   * File format of the output image.
   *
   * @default "png"
   */
  output_format?: "png" | "jpeg" | "webp";
}

/**
 * Wan 2.7 Image to Video — `wan-ai/wan-2.7/image-to-video`
 *
 * Animates an image by a written description, optionally towards a last frame and to a soundtrack.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("wan-ai/wan-2.7/image-to-video", {
 *   "prompt": "Steam rises from the cup while the camera moves slowly closer",
 *   "image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": 5
 * });
 * ```
 */
export interface WanAiWan27ImageToVideoInput {
  /**
   * What happens in the video.
   *
   * At most 5000 characters.
   */
  prompt: string;
  /**
   * The image that the video starts from.
   *
   * Image: URL, data URI or file.
   */
  image_url: Media;
  /**
   * The image that the video ends on.
   *
   * Image: URL, data URI or file.
   */
  end_image_url?: Media;
  /**
   * The audio that the video is timed to.
   *
   * Audio: URL, data URI or file.
   */
  audio_url?: Media;
  /**
   * Length of the video in seconds.
   *
   * @default 5
   */
  duration?: 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;
  /**
   * Resolution of the video.
   *
   * @default "1080p"
   */
  resolution?: "720p" | "1080p";
  /**
   * Whether the service elaborates the prompt before it is used.
   *
   * @default true
   */
  enable_prompt_expansion?: boolean;
  /**
   * What the video should not show.
   *
   * At most 500 characters.
   */
  negative_prompt?: string;
  /**
   * The same seed and input give similar results.
   *
   * 0 to 2147483647.
   *
   * @default 0
   */
  seed?: number;
}

declare module "./lean.js" {
  interface ModelInputs {
    "openai/gpt-image-2/edit": OpenaiGptImage2EditInput;
    "openai/gpt-image-2/text-to-image": OpenaiGptImage2TextToImageInput;
    "wan-ai/wan-2.7/image-to-video": WanAiWan27ImageToVideoInput;
  }
}
