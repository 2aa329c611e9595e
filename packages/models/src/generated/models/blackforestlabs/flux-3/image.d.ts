// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../lean.js";

/**
 * FLUX 3 Image — `blackforestlabs/flux-3/image`
 *
 * Makes an image from a written description in one of six square, portrait or landscape sizes.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("blackforestlabs/flux-3/image", {
 *   "prompt": "A lighthouse keeper's kitchen at dawn, enamel kettle on the stove, blue light through salt-stained windows",
 *   "image_size": "landscape_16_9"
 * });
 * ```
 */
export interface BlackforestlabsFlux3ImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Shape of the image; square_hd is the larger of the two squares.
   *
   * @default "landscape_4_3"
   */
  image_size?: "square_hd" | "square" | "portrait_4_3" | "portrait_16_9" | "landscape_4_3" | "landscape_16_9";
  /**
   * The same seed and input give similar results; -1 picks a random seed.
   *
   * @default -1
   */
  seed?: number;
}

declare module "../../../lean.js" {
  interface ModelInputs {
    "blackforestlabs/flux-3/image": BlackforestlabsFlux3ImageInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<BlackforestlabsFlux3ImageInput>[];
export declare const validator: ModelValidator<BlackforestlabsFlux3ImageInput>;
