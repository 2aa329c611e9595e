import type { Level } from "./change.js";
import type { ModelDiff } from "./diff-models.js";

/** How far a version has to move for its changes. */
export type Step = "major" | "minor" | "patch" | "none";

/** A step that a changeset can ask for. */
export type Bump = Exclude<Step, "none">;

const STEPS: readonly Step[] = ["none", "patch", "minor", "major"];
const STEP_OF: Record<Level, Bump> = { breaking: "major", addition: "minor", documentation: "patch" };

/** The step that the changes come to by semantic versioning, of a version that promises something (1.0.0 and above). */
export function stepFor(diffs: readonly ModelDiff[]): Step {
  const steps = diffs.flatMap(({ changes }) => changes.map(({ level }): Step => STEP_OF[level]));
  return steps.reduce<Step>((one, other) => (covers(one, other) ? one : other), "none");
}

/** The step to take from `version`: while it is 0.x, minor is as far as a version goes, for breaking changes too. */
export function bumpFor(step: Step, version: string): Step {
  return step === "major" && /^v?0\./.test(version) ? "minor" : step;
}

/** Whether `step` goes at least as far as `needed`. */
export function covers(step: Step, needed: Step): boolean {
  return STEPS.indexOf(step) >= STEPS.indexOf(needed);
}
