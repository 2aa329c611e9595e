/** What a prompt asks for, as far as the engine understood it. */

import type { IgnoredInstruction } from "../../engine.js";
import type {
  Adjustment,
  Arrangement,
  Background,
  Frame,
  NamedColour,
  Removal,
  Reshape,
  Scope,
  TextInstruction,
} from "./operations.js";
import type { Reading, Topic } from "./reading.js";

export type { SweepTone } from "./operations.js";

/** What a text can look like, beside what it says. */
export type TextStyle = Pick<TextInstruction, "position" | "weight" | "size" | "colour">;

/** What a clause asks to leave as it is. */
export interface Kept {
  readonly background: boolean;
  /** Position, size or framing of the subject. */
  readonly placement: boolean;
  /** The subject itself. */
  readonly subject: boolean;
  readonly colours: boolean;
  /** What "it" means in the next clause. */
  readonly topic?: Topic;
}

/** Kinds of instructions that a prompt can rule out: "no text", "without a frame", "don't crop". */
export type Forbidden = "text" | "frame" | "tone" | "shape" | "arrangement" | "removal";

export type Instruction =
  | {
      readonly kind: "background";
      readonly background: Background;
      /** The input whose subject is put there, counted from zero. */
      readonly source?: number;
    }
  | { readonly kind: "shadow"; readonly wanted: boolean }
  | { readonly kind: "text"; readonly text: TextInstruction }
  | { readonly kind: "text-style"; readonly role?: TextInstruction["role"]; readonly style: TextStyle }
  | { readonly kind: "removal"; readonly removal: Removal }
  | { readonly kind: "tone"; readonly adjustment: Adjustment }
  | { readonly kind: "shape"; readonly reshape: Reshape }
  | { readonly kind: "frame"; readonly frame: Frame }
  | { readonly kind: "arrangement"; readonly arrangement: Arrangement }
  | ({ readonly kind: "keep" } & Kept)
  | { readonly kind: "forbid"; readonly what: Forbidden };

/** Why something of the prompt is not carried out: for a log that must not hold the prompt's words. */
export type IgnoredCause =
  /** Not understood at all. */
  | "unknown"
  /** Understood in part; these words were not. */
  | "unknown-part"
  /** Understood, and nothing that this engine does. */
  | "unsupported"
  /** It says the opposite of something else, or the same again. */
  | "contradiction"
  /** It speaks of an input picture that was not sent. */
  | "missing-input"
  /** A picture or field of the input that nothing asks for. */
  | "unused-input"
  /** It was tried, and the picture did not allow it. */
  | "not-possible";

export interface Ignored extends IgnoredInstruction {
  readonly cause: IgnoredCause;
}

/** What one recogniser made of a clause. The words that it accounts for it has claimed in the reading. */
export interface Finding {
  /** Absent when the words were understood but are not something that this engine does. */
  readonly instruction?: Instruction;
  /** The words that ask for it, where they are fewer than the clause's. */
  readonly words?: string;
  /** Words understood and refused, with the reason. */
  readonly refused?: Ignored;
}

/**
 * One small reader of clauses. To teach the engine another instruction, write one more of these and
 * add it to `RECOGNISERS`: it looks at a clause, claims the words that it understands, and returns what it found.
 */
export type Recogniser = (reading: Reading) => readonly Finding[];

/** Something to do, and the clause that asks for it. */
export type Worded<T> = T & { readonly words: string };

/** Everything that will be tried, in the order of the pipeline. */
export interface EditPlan {
  /** The input that is edited, counted from zero. */
  readonly source: number;
  /** In a fixed order, whatever order the prompt has: rotations, mirrors, crops. */
  readonly reshapes: readonly Worded<{ readonly reshape: Reshape }>[];
  readonly removals: readonly Worded<Removal>[];
  readonly background?: Worded<{ readonly background: Background; readonly shadow: boolean }>;
  readonly arrangement?: Worded<{ readonly arrangement: Arrangement }>;
  /** In a fixed order. */
  readonly adjustments: readonly Worded<{ readonly adjustment: Adjustment }>[];
  /** Headlines, captions, labels, each in the order of the prompt. */
  readonly texts: readonly Worded<{ readonly text: TextInstruction }>[];
  readonly frame?: Worded<{ readonly frame: Frame }>;
  /** The clauses that asked for something to stay as it is, in the prompt's words. */
  readonly kept: readonly string[];
  /** The prompt forbids to move or shrink the subject. */
  readonly placementKept: boolean;
  /** The clauses that ruled something out, in the prompt's words. */
  readonly forbidden: readonly string[];
}

export interface ReadPrompt {
  readonly plan: EditPlan;
  readonly ignored: readonly Ignored[];
}

export type { NamedColour, Reading, Scope, Topic };
