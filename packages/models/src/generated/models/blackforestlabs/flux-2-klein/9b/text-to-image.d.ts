// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { Media, ModelExample, ModelInputSchema, ModelMetadata, ModelValidator } from "../../../../lean.js";

/**
 * FLUX.2 klein 9B Text to Image — `blackforestlabs/flux-2-klein/9b/text-to-image`
 *
 * Makes an image from a written description with the larger klein model, in a chosen number of steps, from 512 to 1536 pixels a side.
 *
 * Priced by output.
 *
 * @example
 * ```ts
 * await client.run("blackforestlabs/flux-2-klein/9b/text-to-image", {
 *   "prompt": "Portrait of an old watchmaker at his bench, loupe in one eye, brass gears in the foreground, warm lamp light",
 *   "width": 1024,
 *   "height": 1280,
 *   "steps": 30
 * });
 * ```
 */
export interface BlackforestlabsFlux2Klein9BTextToImageInput {
  /**
   * What the image shows.
   */
  prompt: string;
  /**
   * Width of the image in pixels.
   *
   * 512 to 1536.
   *
   * @default 1024
   */
  width?: number;
  /**
   * Height of the image in pixels.
   *
   * 512 to 1536.
   *
   * @default 1024
   */
  height?: number;
  /**
   * Number of denoising steps; more of them take longer.
   *
   * 1 to 100.
   *
   * @default 25
   */
  steps?: number;
}

declare module "../../../../lean.js" {
  interface ModelInputs {
    "blackforestlabs/flux-2-klein/9b/text-to-image": BlackforestlabsFlux2Klein9BTextToImageInput;
  }
}

export declare const metadata: ModelMetadata;
export declare const inputSchema: ModelInputSchema;
export declare const examples: readonly ModelExample<BlackforestlabsFlux2Klein9BTextToImageInput>[];
export declare const validator: ModelValidator<BlackforestlabsFlux2Klein9BTextToImageInput>;
