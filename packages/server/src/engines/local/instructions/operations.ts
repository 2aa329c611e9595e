/** What an edit can consist of, in plain data: the recognisers write it, the picture code reads it. */

/** An 8-bit sRGB colour as a prompt named it. */
export interface NamedColour {
  /** Red, green and blue, 0–255. */
  readonly rgb: readonly [number, number, number];
  /** The prompt's own word for it: "navy", "#1a2b3c", "тёмно-синий". */
  readonly name: string;
}

/** One of the nine places of a picture. "Top" alone is top and centre. */
export interface Anchor {
  readonly vertical: "top" | "middle" | "bottom";
  readonly horizontal: "left" | "centre" | "right";
}

/** How bright a studio sweep is, from paper white to a soft grey. */
export type SweepTone = "white" | "white-to-grey" | "grey";

/** What stands behind the subject afterwards. Inputs are counted from zero. */
export type Background =
  | { readonly kind: "studio"; readonly tone: SweepTone }
  | { readonly kind: "colour"; readonly colour: NamedColour }
  | {
      readonly kind: "gradient";
      readonly from: NamedColour;
      readonly to: NamedColour;
      readonly direction: "down" | "right" | "diagonal" | "radial";
    }
  /** The photo's own background, out of focus. */
  | { readonly kind: "blur"; readonly strength: Strength }
  | { readonly kind: "transparent" }
  /** Another input's picture, as the scene. */
  | { readonly kind: "picture"; readonly image: number };

/** "Slightly", nothing, "strongly". */
export type Strength = "slight" | "medium" | "strong";

/** Which pixels an adjustment reaches. */
export type Scope = "picture" | "subject" | "background";

export type Adjustment =
  | {
      readonly kind: "brightness" | "contrast" | "saturation" | "warmth";
      /** Up is brighter, more contrast, more colour, warmer. */
      readonly direction: "up" | "down";
      readonly strength: Strength;
      readonly scope: Scope;
    }
  | { readonly kind: "greyscale" | "sepia"; readonly scope: Scope }
  | { readonly kind: "sharpen" | "blur"; readonly strength: Strength; readonly scope: Scope };

/** Changes of shape, applied to the source picture before anything is composed. */
export type Reshape =
  /** Clockwise, in degrees, -360 to 360 without 0. */
  | { readonly kind: "rotate"; readonly degrees: number }
  /** Horizontal is a mirror: left becomes right. */
  | { readonly kind: "flip"; readonly axis: "horizontal" | "vertical" }
  /** Width over height, as in 16:9. */
  | { readonly kind: "crop"; readonly ratio: readonly [number, number] };

/** A region to be emptied and filled from its surroundings. */
export interface Removal {
  readonly anchor: Anchor;
}

export interface TextInstruction {
  /** Exactly what is drawn; white space normalised to single spaces, lines kept. */
  readonly text: string;
  /** A headline is large; a caption is a line at the bottom; a label is small text on a plate of its own. */
  readonly role: "headline" | "caption" | "label";
  /** Where the prompt wants it; absent, the composition chooses. */
  readonly position?: Anchor;
  readonly weight?: "light" | "regular" | "bold";
  readonly size?: "small" | "large";
  /** Of the letters; absent, the colour that reads best is chosen. */
  readonly colour?: NamedColour;
}

export interface Frame {
  /** Absent: white. */
  readonly colour?: NamedColour;
  readonly width: "thin" | "medium" | "thick";
}

/** How several inputs share one picture. Inputs are counted from zero; absent means all, in order. */
export type Arrangement =
  | {
      readonly kind: "side-by-side";
      readonly direction: "row" | "column";
      readonly images?: readonly number[];
    }
  | { readonly kind: "grid"; readonly columns?: number; readonly images?: readonly number[] }
  | { readonly kind: "inset"; readonly base: number; readonly inset: number; readonly anchor: Anchor };
