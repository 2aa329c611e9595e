/** What `quality` stands for: how finely edges and shadows are worked out. Sizes are long edges in pixels. */

export type Quality = "low" | "medium" | "high";

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
