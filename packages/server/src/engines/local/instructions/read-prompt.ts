/**
 * Reads an edit prompt.
 *
 * Grammar: a prompt is a list of clauses (see `clauses.ts`). Each recogniser is shown each clause and claims the
 * words that it accounts for, so one clause may hold several instructions ("… studio sweep with floor shadow").
 * Words that nobody claims are reported in the prompt's own spelling: nothing is dropped in silence.
 */

import type { IgnoredInstruction } from "../../engine.js";
import { recogniseBackground } from "./background.js";
import { type Clause, splitClauses } from "./clauses.js";
import { recogniseHeadline } from "./headline.js";
import { recogniseKeep } from "./keep.js";
import type { EditPlan, Finding, Instruction, ReadPrompt, Recogniser } from "./plan.js";
import { recogniseShadow } from "./shadow.js";
import { leftovers } from "./words.js";

/** In the order in which they are asked. */
export const RECOGNISERS: readonly Recogniser[] = [
  recogniseKeep,
  recogniseBackground,
  recogniseShadow,
  recogniseHeadline,
];

const UNKNOWN = "not an instruction that the local engine knows";
const UNKNOWN_PART = "this part of the instruction is beyond the local engine";

interface Sighting {
  readonly instruction: Instruction;
  /** The clause, as the prompt has it. */
  readonly words: string;
}

/** The plan that a prompt amounts to, and everything in it that will not be done. */
export function readPrompt(prompt: string, recognisers: readonly Recogniser[] = RECOGNISERS): ReadPrompt {
  const ignored: IgnoredInstruction[] = [];
  const sightings: Sighting[] = [];
  for (const clause of splitClauses(prompt)) {
    const findings = recognisers.map((recognise) => recognise(clause)).filter((found) => found !== undefined);
    ignored.push(...unaccounted(clause, findings));
    for (const { instruction } of findings)
      if (instruction) sightings.push({ instruction, words: clause.text });
  }
  const { plan, dropped } = merge(sightings);
  return { plan, ignored: [...ignored, ...dropped] };
}

function unaccounted(clause: Clause, findings: readonly Finding[]): IgnoredInstruction[] {
  if (findings.length === 0) return [{ instruction: clause.text, reason: UNKNOWN }];
  const refused = findings.flatMap((finding) => finding.refused ?? []);
  const claims = findings.flatMap((finding) => finding.claims);
  const rest = leftovers(clause, claims).map((words) => ({ instruction: words, reason: UNKNOWN_PART }));
  return [...refused, ...rest];
}

/** The first of a kind wins; a later one that contradicts or repeats it is reported. */
function merge(sightings: readonly Sighting[]): { plan: EditPlan; dropped: IgnoredInstruction[] } {
  const dropped: IgnoredInstruction[] = [];
  const drop = (words: string, reason: string): void => {
    dropped.push({ instruction: words, reason });
  };
  const background = firstOf(sightings, "background", (words) => {
    drop(words, "the background is replaced once, as the first instruction says");
  });
  const shadow = firstOf(sightings, "shadow", (words) =>
    drop(words, "an earlier instruction settles the shadow"),
  );
  const headline = firstOf(sightings, "headline", (words) =>
    drop(words, "one headline is drawn, the first one"),
  );
  if (shadow?.wanted && !background)
    drop(shadow.words, "a floor shadow is drawn only on a replaced background");
  const kept: string[] = [];
  let placementKept = false;
  for (const { instruction, words } of sightings) {
    if (instruction.kind !== "keep") continue;
    placementKept ||= instruction.placement;
    if (instruction.background && background) drop(words, "another instruction replaces the background");
    else kept.push(words);
  }
  const plan: EditPlan = {
    ...(background && {
      background: { tone: background.tone, shadow: shadow?.wanted ?? true, words: background.words },
    }),
    ...(headline && { headline: { text: headline.text, words: headline.words } }),
    kept,
    placementKept,
  };
  return { plan, dropped };
}

type Of<Kind extends Instruction["kind"]> = Extract<Instruction, { kind: Kind }> & { readonly words: string };

/** The first instruction of a kind, with its clause's words; every later clause with another goes to `surplus`. */
function firstOf<Kind extends Instruction["kind"]>(
  sightings: readonly Sighting[],
  kind: Kind,
  surplus: (words: string) => void,
): Of<Kind> | undefined {
  const [first, ...others] = sightings.filter(({ instruction }) => instruction.kind === kind);
  for (const { words } of others) surplus(words);
  return first && ({ ...first.instruction, words: first.words } as Of<Kind>);
}
