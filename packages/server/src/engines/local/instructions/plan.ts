/** What a prompt asks for, as far as the engine understood it. */

import type { IgnoredInstruction } from "../../engine.js";
import type { Clause, Span } from "./clauses.js";

/** How bright a studio sweep is, from paper white to a soft grey. */
export type SweepTone = "white" | "white-to-grey" | "grey";

export type Instruction =
  | { readonly kind: "background"; readonly tone: SweepTone }
  | { readonly kind: "shadow"; readonly wanted: boolean }
  | { readonly kind: "headline"; readonly text: string }
  | {
      readonly kind: "keep";
      /** The background itself is to stay. */
      readonly background: boolean;
      /** Position or size are named among what is to stay. */
      readonly placement: boolean;
    };

/** What one recogniser made of one clause. */
export interface Finding {
  /** Absent when the words were understood but are not something that this engine does. */
  readonly instruction?: Instruction;
  /** Words of the clause that this finding accounts for; the rest is reported as ignored. */
  readonly claims: readonly Span[];
  /** Words understood and refused, with the reason. */
  readonly refused?: readonly IgnoredInstruction[];
}

/**
 * One small reader of clauses. To teach the engine another instruction, write one more of these and
 * add it to `RECOGNISERS`: it looks at a clause, and either says nothing or returns a finding.
 */
export type Recogniser = (clause: Clause) => Finding | undefined;

export interface EditPlan {
  readonly background?: { readonly tone: SweepTone; readonly shadow: boolean; readonly words: string };
  /** What to draw, white space normalised, and the clause that asks for it. */
  readonly headline?: { readonly text: string; readonly words: string };
  /** The clauses that asked for something to stay as it is, in the prompt's words. */
  readonly kept: readonly string[];
  /** The prompt forbids to move or shrink the subject. */
  readonly placementKept: boolean;
}

export interface ReadPrompt {
  readonly plan: EditPlan;
  readonly ignored: readonly IgnoredInstruction[];
}
