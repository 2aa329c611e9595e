/** What `quality` stands for: how finely edges and shadows are worked out, and how a file is written. */

export type Quality = "low" | "medium" | "high";

/** Long edges in pixels. */
export interface WorkingSizes {
  /** Of the copy that the subject is cut out of. */
  readonly matte: number;
  /** Of the copy that a shadow is cast from. */
  readonly shadow: number;
  /** Of the copy that places are compared on. */
  readonly composition: number;
}

const SIZES: Readonly<Record<Quality, WorkingSizes>> = {
  low: { matte: 800, shadow: 512, composition: 192 },
  medium: { matte: 1600, shadow: 1024, composition: 256 },
  high: { matte: 2400, shadow: 1600, composition: 320 },
};

export function workingSizes(quality: Quality): WorkingSizes {
  return SIZES[quality];
}

export interface EncoderSettings {
  /** zlib's level. PNG loses nothing at any of them. */
  readonly pngLevel: number;
  /** 1 to 100. */
  readonly jpegQuality: number;
  readonly webpQuality: number;
}

const ENCODERS: Readonly<Record<Quality, EncoderSettings>> = {
  low: { pngLevel: 3, jpegQuality: 80, webpQuality: 78 },
  medium: { pngLevel: 6, jpegQuality: 92, webpQuality: 92 },
  high: { pngLevel: 9, jpegQuality: 97, webpQuality: 97 },
};

export function encoderSettings(quality: Quality): EncoderSettings {
  return ENCODERS[quality];
}
