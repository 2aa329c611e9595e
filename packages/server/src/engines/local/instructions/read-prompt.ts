/**
 * Reads an edit prompt.
 *
 * Grammar: a prompt is a list of clauses (see `clauses.ts`), and a clause is a list of segments, each about one thing
 * (see `segments.ts`). Recognisers claim the words that they account for, so one clause may hold several instructions.
 * Words that nobody claims are reported in the prompt's own spelling: nothing is dropped in silence.
 */

import { splitClauses } from "./clauses.js";
import { isFiller, leftovers } from "./leftovers.js";
import { merge, type Sighting } from "./merge.js";
import type { Finding, Ignored, Instruction, ReadPrompt, Recogniser } from "./plan.js";
import { type Reading, readingOf, type Topic } from "./reading.js";
import { recogniseArrangement } from "./recognisers/arrangement.js";
import { recogniseBackground } from "./recognisers/background.js";
import { recogniseBareBackground } from "./recognisers/bare-background.js";
import { recogniseFrame } from "./recognisers/frame.js";
import { recogniseKeep } from "./recognisers/keep.js";
import { recogniseRemoval } from "./recognisers/removal.js";
import { recogniseScene } from "./recognisers/scene.js";
import { recogniseShadow } from "./recognisers/shadow.js";
import { recogniseBareShape, recogniseShape } from "./recognisers/shape.js";
import { recogniseBareStyle, recogniseText } from "./recognisers/text.js";
import { recogniseBareTone, recogniseTone } from "./recognisers/tone.js";
import type { SegmentKind } from "./segment-kinds.js";
import { type Segment, segmentsOf } from "./segments.js";
import { shortened } from "./shortened.js";
import { countWork, type Work } from "./work.js";

/** Asked first and of whole clauses, in this order: what they claim, the others do not see. */
const OF_CLAUSES: readonly Recogniser[] = [
  recogniseKeep,
  recogniseScene,
  recogniseArrangement,
  recogniseRemoval,
];

type SegmentRecogniser = (reading: Reading, segment: Segment) => readonly Finding[];

const OF_SEGMENTS: Readonly<Record<SegmentKind, readonly SegmentRecogniser[]>> = {
  background: [recogniseBackground, recogniseBareShape],
  text: [recogniseText],
  shadow: [recogniseShadow],
  frame: [recogniseFrame],
  tone: [recogniseTone, recogniseBareShape],
  shape: [recogniseShape],
  arrangement: [],
  bare: [recogniseBareShape, recogniseBareBackground, recogniseBareStyle, recogniseBareTone],
};

const UNKNOWN = "not an instruction that the local engine knows";
const UNKNOWN_PART = "this part of the instruction is beyond the local engine";

export interface ReadOptions {
  /** How many input pictures there are. @default 1 */
  readonly images?: number;
  /** Counts the steps taken. */
  readonly work?: Work;
}

/** The plan that a prompt amounts to, and everything in it that will not be done. */
export function readPrompt(prompt: string, { images = 1, work = countWork() }: ReadOptions = {}): ReadPrompt {
  const ignored: Ignored[] = [];
  const sightings: Sighting[] = [];
  let topic: Topic | undefined;
  for (const clause of splitClauses(prompt, work)) {
    const reading = readingOf(clause, prompt, images, topic, work);
    const findings = findingsIn(reading);
    ignored.push(...unaccounted(reading, findings));
    for (const { instruction, words = clause.text } of findings) {
      if (!instruction) continue;
      sightings.push({ instruction, words });
      topic = topicOf(instruction) ?? topic;
    }
    if (findings.length === 0) topic = undefined;
  }
  const { plan, dropped } = merge(sightings);
  return { plan, ignored: shortened([...ignored, ...dropped]) };
}

function findingsIn(reading: Reading): Finding[] {
  const findings = OF_CLAUSES.flatMap((recognise) => recognise(reading));
  for (const segment of segmentsOf(reading)) {
    for (const recognise of OF_SEGMENTS[segment.kind]) findings.push(...recognise(reading, segment));
  }
  return findings;
}

function unaccounted(reading: Reading, findings: readonly Finding[]): Ignored[] {
  if (findings.length === 0) {
    return isOnlySmall(reading)
      ? []
      : [{ instruction: reading.clause.text, reason: UNKNOWN, cause: "unknown" }];
  }
  // Verbs and words of courtesy are understood along with what they ask for.
  reading.takeAll(
    0,
    reading.length,
    "change",
    "add",
    "put",
    "use",
    "makes",
    "keep",
    "imperative",
    "not",
    "picture",
  );
  const refused = findings.flatMap((finding) => finding.refused ?? []);
  const rest = leftovers(reading).map((instruction): Ignored => {
    return { instruction, reason: UNKNOWN_PART, cause: "unknown-part" };
  });
  return [...refused, ...rest];
}

/** "Please", "1.", "—": nothing that asks for anything. */
function isOnlySmall(reading: Reading): boolean {
  for (let index = 0; index < reading.length; index++) {
    const { kind, text = "" } = reading.token(index) ?? {};
    if (kind === "mark" && /\p{Extended_Pictographic}/u.test(text)) return false;
    if (kind === "word" && !isFiller(reading, index)) return false;
    if (kind === "quotation" || kind === "colour" || kind === "ratio") return false;
  }
  return true;
}

function topicOf(instruction: Instruction): Topic | undefined {
  if (instruction.kind === "background") return "background";
  if (instruction.kind === "text" || instruction.kind === "text-style") return "text";
  if (instruction.kind === "tone")
    return instruction.adjustment.scope === "background" ? "background" : "picture";
  if (instruction.kind === "keep") return instruction.topic;
  return instruction.kind === "forbid" ? undefined : "picture";
}
