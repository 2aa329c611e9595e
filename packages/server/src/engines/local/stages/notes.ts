import type { AppliedOperation } from "../../engine.js";
import type { Ignored, IgnoredCause } from "../instructions/plan.js";

/** What has been done so far, and what could not be. */
export interface Notes {
  readonly applied: AppliedOperation[];
  readonly ignored: Ignored[];
  /** `detail` is a sentence for a person. */
  did(operation: string, detail: string): void;
  /** `instruction` in the prompt's words. */
  left(instruction: string, reason: string, cause?: IgnoredCause): void;
}

export function takeNotes(): Notes {
  const applied: AppliedOperation[] = [];
  const ignored: Ignored[] = [];
  return {
    applied,
    ignored,
    did: (operation, detail) => void applied.push({ operation, detail }),
    left: (instruction, reason, cause = "not-possible") => void ignored.push({ instruction, reason, cause }),
  };
}
