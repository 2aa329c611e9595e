// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../../lean.js";

/**
 * FLUX.2 klein 4B Text to Image — `blackforestlabs/flux-2-klein/4b/text-to-image`
 *
 * Makes an image from a written description with the smaller klein model, from 64 to 2048 pixels a side.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("blackforestlabs/flux-2-klein/4b/text-to-image", {
 *   "prompt": "A yellow bicycle leaning on a turquoise wall, hard noon shadows, flat graphic composition",
 *   "width": 1280,
 *   "height": 960
 * });
 * ```
 */
export interface BlackforestlabsFlux2Klein4BTextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Width of the image in pixels.
   *
   * 64 to 2048.
   *
   * @default 1024
   */
  width?: number;
  /**
   * Height of the image in pixels.
   *
   * 64 to 2048.
   *
   * @default 1024
   */
  height?: number;
}

declare module "../../../../lean.js" {
  interface ModelInputs {
    "blackforestlabs/flux-2-klein/4b/text-to-image": BlackforestlabsFlux2Klein4BTextToImageInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<BlackforestlabsFlux2Klein4BTextToImageInput>[];
export declare const validator: ModelValidator<BlackforestlabsFlux2Klein4BTextToImageInput>;
