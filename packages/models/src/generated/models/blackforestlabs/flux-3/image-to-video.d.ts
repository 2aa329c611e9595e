// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * FLUX 3 Image to Video — `blackforestlabs/flux-3/image-to-video`
 *
 * Animates an image by a written description for 5 to 20 seconds, with sound.
 *
 * Priced by second.
 *
 * @example
 * ```ts
 * await client.run("blackforestlabs/flux-3/image-to-video", {
 *   "prompt": "She turns to the camera, smiles and tucks a strand of hair behind her ear while traffic hums outside",
 *   "image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7341/media-files/promo.webp",
 *   "duration": "6"
 * });
 * ```
 */
export interface BlackforestlabsFlux3ImageToVideoInput {
  /**
   * What happens in the video.
   */
  prompt: string;
  /**
   * The image that the video starts from.
   *
   * Image: URL, data URI or file.
   */
  image_url: Media;
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
    "blackforestlabs/flux-3/image-to-video": BlackforestlabsFlux3ImageToVideoInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<BlackforestlabsFlux3ImageToVideoInput>[];
export declare const validator: ModelValidator<BlackforestlabsFlux3ImageToVideoInput>;
