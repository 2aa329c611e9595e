/** Puts what the clauses ask for into one plan; what contradicts or repeats is reported, never chosen in silence. */

import type { TextInstruction } from "./operations.js";
import { order } from "./order.js";
import type { EditPlan, Forbidden, Ignored, Instruction, TextStyle, Worded } from "./plan.js";

export interface Sighting {
  readonly instruction: Instruction;
  /** The clause, as the prompt has it. */
  readonly words: string;
}

type Of<Kind extends Instruction["kind"]> = Worded<Extract<Instruction, { kind: Kind }>>;

export interface Merged {
  readonly plan: EditPlan;
  readonly dropped: readonly Ignored[];
}

export function merge(sightings: readonly Sighting[]): Merged {
  const dropped: Ignored[] = [];
  const drop = (words: string, reason: string): void => {
    dropped.push({ instruction: words, reason, cause: "contradiction" });
  };
  const all = <Kind extends Instruction["kind"]>(kind: Kind): Of<Kind>[] =>
    sightings.flatMap(({ instruction, words }) =>
      instruction.kind === kind ? [{ ...instruction, words } as Of<Kind>] : [],
    );
  /** The first of each key wins; the same again is no news, and something else under that key is reported. */
  const firsts = <T extends { readonly words: string }>(
    found: readonly T[],
    key: (one: T) => string,
    reason: string,
  ): T[] => {
    const kept = new Map<string, T>();
    for (const one of found) {
      const first = kept.get(key(one));
      if (!first) kept.set(key(one), one);
      else if (!isSame(first, one)) drop(one.words, reason);
    }
    return [...kept.values()];
  };
  const only = <T extends { readonly words: string }>(found: readonly T[], reason: string): T | undefined =>
    firsts(found, () => "", reason)[0];

  const background = backgroundOf(all("background"), drop);
  const shadow = only(all("shadow"), "an earlier instruction settles the shadow");
  if (shadow?.wanted && !background)
    drop(shadow.words, "a floor shadow is drawn only on a replaced background");
  if (shadow && !shadow.wanted && !background && isRemoved(shadow.words))
    drop(shadow.words, "a shadow that is in the photo cannot be taken out");
  const reshapes = firsts(
    all("shape"),
    ({ reshape }) => (reshape.kind === "flip" ? reshape.axis : reshape.kind),
    "an earlier instruction settles this",
  );
  const tones = firsts(
    all("tone"),
    ({ adjustment }) => `${adjustment.kind} ${adjustment.scope}`,
    "an earlier instruction says otherwise",
  );
  const removals = firsts(all("removal"), ({ removal }) => JSON.stringify(removal), "");
  const frame = only(all("frame"), "one frame is drawn, the first one");
  const arrangement = only(
    refined(all("arrangement")),
    "the pictures are arranged once, as the first instruction says",
  );
  if (arrangement && background?.background.kind === "picture")
    drop(background.words, "another instruction arranges the pictures");
  const isScene = arrangement && background?.background.kind === "picture";
  const texts = textsOf(all("text"), all("text-style"), drop);

  const present: Readonly<Record<Forbidden, readonly unknown[]>> = {
    text: texts,
    frame: frame ? [frame] : [],
    tone: tones,
    shape: reshapes,
    arrangement: arrangement ? [arrangement] : [],
    removal: removals,
  };
  const forbidden: string[] = shadow && !shadow.wanted && !isRemoved(shadow.words) ? [shadow.words] : [];
  for (const { what, words } of all("forbid")) {
    if (present[what].length > 0) drop(words, "another instruction asks for it");
    else if (!forbidden.includes(words)) forbidden.push(words);
  }
  const keeps = all("keep");
  const kept: string[] = [];
  for (const keep of keeps) {
    if (keep.background && background && background.background.kind !== "blur")
      drop(keep.words, "another instruction replaces the background");
    else if (keep.background && background) drop(keep.words, "another instruction blurs the background");
    else if (
      keep.colours &&
      !keep.subject &&
      tones.some(({ adjustment }) => adjustment.kind === "greyscale" || adjustment.kind === "sepia")
    )
      drop(keep.words, "another instruction takes the colours away");
    else kept.push(keep.words);
  }
  const plan: EditPlan = {
    source: (!isScene && background?.source) || 0,
    reshapes: order.reshapes(reshapes).map(({ reshape, words }) => ({ reshape, words })),
    removals: order.removals(removals).map(({ removal, words }) => ({ ...removal, words })),
    ...(background &&
      !isScene && {
        background: {
          background: background.background,
          shadow: shadow?.wanted ?? ["studio", "picture"].includes(background.background.kind),
          words: background.words,
        },
      }),
    ...(arrangement && { arrangement: { arrangement: arrangement.arrangement, words: arrangement.words } }),
    adjustments: order.adjustments(
      tones.map((tone) => ({ adjustment: limited(tone.adjustment, keeps), words: tone.words })),
    ),
    texts,
    ...(frame && { frame: { frame: frame.frame, words: frame.words } }),
    kept: kept.sort(),
    placementKept: keeps.some(({ placement }) => placement),
    forbidden: forbidden.sort(),
  };
  return { plan, dropped };
}

/** The first wins, unless a later one of the same clause or topic only says what to put where the old one was taken away. */
function backgroundOf(
  found: readonly Of<"background">[],
  drop: (words: string, reason: string) => void,
): Of<"background"> | undefined {
  const opaque = found.filter(({ background }) => background.kind !== "transparent");
  // "Remove the background and make it white" asks for white.
  const [first, ...others] = opaque.length > 0 ? opaque : found;
  for (const other of others) {
    if (first && !isSame({ ...first, words: "" }, { ...other, words: "" }))
      drop(other.words, "the background is replaced once, as the first instruction says");
  }
  return first;
}

/** "Remove the shadow" speaks of one that is there. */
function isRemoved(words: string): boolean {
  return /(?:remov|delet|eras|убер|удал)/iu.test(words);
}

/** "Before and after: image 1 on the left, image 2 on the right" is one arrangement, said twice. */
function refined(found: readonly Of<"arrangement">[]): Of<"arrangement">[] {
  const named = found.filter(({ arrangement }) => arrangement.kind === "inset" || arrangement.images);
  return found.filter((one) => {
    const how = one.arrangement;
    if (how.kind !== "side-by-side" || how.images) return true;
    return !named.some(({ arrangement }) => {
      return arrangement.kind === "side-by-side" && arrangement.direction === how.direction;
    });
  });
}

function textsOf(
  found: readonly Of<"text">[],
  styles: readonly Of<"text-style">[],
  drop: (words: string, reason: string) => void,
): Worded<{ readonly text: TextInstruction }>[] {
  const distinct = [...new Map(found.map((one) => [`${one.text.role} ${one.text.text}`, one])).values()];
  let texts = distinct.map(({ text, words }) => ({ text, words }));
  for (const { style, role, words } of styles) {
    const reached = texts.filter(
      ({ text }) => role === undefined || text.role === role || texts.length === 1,
    );
    if (reached.length === 0) drop(words, "no such text is drawn");
    texts = texts.map((one) => (reached.includes(one) ? { ...one, text: styled(one.text, style) } : one));
  }
  return order.texts(texts);
}

/** What a text says of itself goes first. */
function styled(text: TextInstruction, style: TextStyle): TextInstruction {
  return { ...style, ...text };
}

/** What is to stay as it is, is left out of changes of the whole picture. */
function limited<T extends { readonly scope: "picture" | "subject" | "background" }>(
  adjustment: T,
  keeps: readonly Of<"keep">[],
): T {
  if (adjustment.scope !== "picture") return adjustment;
  const subject = keeps.some((keep) => keep.subject && !keep.placement);
  const background = keeps.some((keep) => keep.background);
  if (subject === background) return adjustment;
  return { ...adjustment, scope: subject ? "background" : "subject" };
}

/** Equal but for the clause that says it. */
function isSame(one: { readonly words: string }, other: { readonly words: string }): boolean {
  return JSON.stringify({ ...one, words: "" }) === JSON.stringify({ ...other, words: "" });
}
