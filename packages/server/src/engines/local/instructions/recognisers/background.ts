/** Recognises what is to stand behind the subject: a studio sweep, a colour, a gradient, a blur, nothing at all. */

import type { Background, NamedColour } from "../operations.js";
import type { Finding, Reading } from "../plan.js";
import { type ColourWord, coloursIn, describesAnother } from "../reading/colour-words.js";
import { isUnknown } from "../reading.js";
import type { Segment } from "../segments.js";
import { backgroundOf, DARK } from "./background-kind.js";

const UNKNOWN_SCENE =
  "the local engine makes studio sweeps, plain colours, gradients, blurred and transparent backgrounds, or takes another input";
const ONE_COLOUR = "a plain background has one colour: a gradient between two has to be asked for as one";

export function recogniseBackground(reading: Reading, segment: Segment): readonly Finding[] {
  const { from, to, heads } = segment;
  if (isLeftAlone(reading, segment)) return [];
  if (segment.negated) {
    reading.takeRange(from, to);
    return [found({ kind: "transparent" })];
  }
  const target = targetOf(reading, segment);
  const named = exact(
    reading,
    coloursIn(reading, target, to).filter((colour) => isOwn(reading, colour)),
  );
  const background = backgroundOf(reading, segment, target, named);
  if (!background) return refused(reading, segment);
  const used = coloursOf(background);
  const findings: Finding[] = [found(background)];
  for (const word of named) {
    const isUsed = used.includes(word.colour) || background.kind === "studio" || used.includes(DARK);
    if (!isUsed) {
      const instruction = reading.words(word.from, word.to);
      findings.push({ refused: { instruction, reason: ONE_COLOUR, cause: "contradiction" } });
    }
    reading.takeRange(word.from, word.to);
  }
  for (const word of coloursIn(reading, from, target)) reading.takeRange(word.from, word.to);
  reading.take(...heads);
  reading.takeAll(
    from,
    to,
    "backgroundmanner",
    "plainmod",
    "gradient",
    "studio",
    "background",
    "transparent",
    "blur",
  );
  reading.takeAll(
    from,
    to,
    "lightbackground",
    "darkbackground",
    "change",
    "remove",
    "put",
    "as",
    "slight",
    "strong",
    "soften",
  );
  // "Put the cup on white": what is put there is the subject, whatever it is called.
  if (reading.has(from, to, "on", "put", "studio")) reading.takeAll(0, to, "subject", "picture");
  if (background.kind === "gradient") reading.takeAll(from, to, ...DIRECTIONS);
  if (background.kind === "transparent") reading.takeAll(from, to, "subject", "picture", "from");
  return findings;
}

const DIRECTIONS = [
  "horizontal",
  "vertical",
  "diagonal",
  "radial",
  "top",
  "bottom",
  "left",
  "right",
  "centre",
  "place",
  "from",
] as const;

export function found(background: Background): Finding {
  return { instruction: { kind: "background", background } };
}

/** A background that is only mentioned: "brighten the background" is a tone, "on the background of the text" a place. */
function isLeftAlone(reading: Reading, { from, to, heads }: Segment): boolean {
  if (heads.every((index) => reading.isTaken(index))) return true;
  const onlyStudio = heads.every((index) => !reading.is(index, "background"));
  // "Studio" alone is one only where something is put there or changed; else it is a kind of light or photo.
  return (
    onlyStudio &&
    !reading.has(0, to, "change", "put", "in", "on") &&
    coloursIn(reading, from, to).length === 0 &&
    !reading.has(from, to, "studio")
  );
}

/** Where the new background is described: after "replace the brown background with", "from brown to". */
function targetOf(reading: Reading, { from, to, heads }: Segment): number {
  const [head = from] = heads;
  if (!reading.has(0, head, "change", "replace", "makes") || reading.has(from, to, "gradient")) return from;
  for (let index = head + 1; index < to; index++) {
    const leads =
      reading.is(index, "to", "with", "on") || /^(?:by|for|as|into)$/.test(reading.token(index)?.word ?? "");
    const isSource = coloursIn(reading, head + 1, index).length === 0 || reading.has(head, index, "from");
    if (leads && isSource && index + 1 < to && describes(reading, index + 1, to)) return index + 1;
  }
  return from;
}

function describes(reading: Reading, from: number, to: number): boolean {
  if (
    reading.has(
      from,
      to,
      "studio",
      "gradient",
      "blur",
      "transparent",
      "background",
      "lightbackground",
      "darkbackground",
    )
  )
    return true;
  return (
    coloursIn(reading, from, to).length > 0 ||
    reading.clause.tokens.slice(from, to).some((token) => isUnknown(token))
  );
}

/** "White (#fafafa)" is one colour, and the number says which. */
function exact(reading: Reading, colours: readonly ColourWord[]): ColourWord[] {
  const merged: ColourWord[] = [];
  for (const colour of colours) {
    const last = merged.at(-1);
    const isNumber = reading.token(colour.from)?.kind === "colour";
    if (last && isNumber && reading.token(colour.from - 1)?.word === "(" && last.to === colour.from - 1) {
      merged[merged.length - 1] = { ...colour, from: last.from };
    } else merged.push(colour);
  }
  return merged;
}

/** A colour of the background, not of a thing in it. */
export function isOwn(reading: Reading, colour: ColourWord): boolean {
  if (describesAnother(reading, colour)) return false;
  if (!colour.thing) return true;
  const before = reading.token(colour.from - 1)?.word ?? "";
  const next = reading.is(colour.to, "background", "studio", "gradient", "plainmod", "backgroundmanner");
  return next || !/^(?:with|a|an|of|full|some|by|in|the)$/.test(before);
}

function coloursOf(background: Background): NamedColour[] {
  if (background.kind === "colour") return [background.colour];
  if (background.kind !== "gradient") return [];
  return [background.from, background.to];
}

/** A background that is asked for and beyond the engine; one that is only spoken of is not its business. */
function refused(reading: Reading, { from, to }: Segment): readonly Finding[] {
  if (!reading.has(0, to, "change", "put", "replace", "on", "add", "use")) return [];
  const instruction = reading.words(from, to);
  reading.takeRange(from, to);
  return [{ refused: { instruction, reason: UNKNOWN_SCENE, cause: "unsupported" } }];
}
