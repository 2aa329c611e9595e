/** Chooses the fonts of a text. Coverage is settled here, before anything is drawn. */

import {
  clustersOf,
  codePointsToDraw,
  type Direction,
  directionOf,
  isEmoji,
  mayBeEmoji,
} from "./clusters.js";
import { covers } from "./coverage.js";
import type { Face } from "./faces.js";
import { EMOJI, type FontFolders, type FontPackage, findFont, usualFolders } from "./font-packages.js";
import { packagesFor } from "./packages-for.js";
import { type ShippedFamily, shippedFace, WEIGHTS, type Weight } from "./shipped-faces.js";

/** All that the canvas has to be told for the lines of one text. */
export interface Typesetting {
  /** In order of preference. Each cluster of the text is in one of them. */
  readonly faces: readonly Face[];
  /**
   * A font of nothing but a space, to be named before the others. The canvas shapes a line word by word, and takes an
   * emoji joined to another for two words, unless its first font has a rule on spaces: this one has.
   */
  readonly spacing?: Face;
  /** On the scale of CSS, for fonts that have all weights in one file. */
  readonly weight: number;
  readonly direction: Direction;
  /** A BCP 47 tag: some characters are drawn differently from language to language. */
  readonly language: string;
  /** Whether its letters are Latin, Greek or Cyrillic, and so no higher than capitals, bar accents. */
  readonly capitals: boolean;
}

export type Typeset =
  | { readonly setting: Typesetting }
  /** Why it cannot be drawn, and what to do about it. */
  | { readonly reason: string };

/** Scripts that are not Latin, Greek or Cyrillic and that the shipped fonts cover. */
const SCRIPTS: readonly { pattern: RegExp; family: ShippedFamily; language: string }[] = [
  { pattern: /\p{Script_Extensions=Arabic}/u, family: "NotoSansArabic", language: "ar" },
  { pattern: /\p{Script_Extensions=Hebrew}/u, family: "NotoSansHebrew", language: "he" },
  { pattern: /\p{Script_Extensions=Devanagari}/u, family: "NotoSansDevanagari", language: "hi" },
  { pattern: /\p{Script_Extensions=Thai}/u, family: "NotoSansThai", language: "th" },
];

/** What stands among letters of any font without looking out of place. */
const SIGN = /^\p{S}/u;
const JOINER = /\u200d/u;

export function typeset(text: string, weight: Weight, folders: FontFolders = usualFolders()): Typeset {
  const clusters = clustersOf(text.normalize("NFC")).filter(
    (cluster) => codePointsToDraw(cluster).length > 0,
  );
  if (clusters.length === 0) return { reason: "there is nothing in it that could be seen" };
  const letters = clusters.filter((cluster) => !isEmoji(cluster));
  const base = { weight: WEIGHTS[weight], direction: directionOf(text) };
  const montserrat = shippedFace("Montserrat", weight);
  const simple = letters.every((cluster) => SIGN.test(cluster) || covers(montserrat.coverage, cluster));
  const scripts = simple ? [] : scriptsOf(letters);
  const own = scripts.map(({ family }) => shippedFace(family, weight));
  const candidates = [
    ...(simple ? [montserrat] : own),
    shippedFace("NotoSans", weight),
    shippedFace("NotoSansSymbols2", weight),
  ];
  const firstFor = (cluster: string): Face | undefined =>
    candidates.find((face) => covers(face.coverage, cluster));
  const faces = candidates.filter((face) => letters.some((cluster) => firstFor(cluster) === face));
  const open = clusters.filter((cluster) => isEmoji(cluster) || !firstFor(cluster));
  const found = fromPackages(open, folders);
  if ("reason" in found) return found;
  const joined = open.some((cluster) => JOINER.test(cluster));
  return {
    setting: {
      ...(joined && { spacing: shippedFace("Spacing", weight) }),
      ...base,
      faces: [...faces, ...found.faces],
      language: scripts[0]?.language ?? found.language ?? "en",
      capitals: faces.length > 0 && scripts.length === 0 && found.faces.every(({ coloured }) => coloured),
    },
  };
}

/** The script with the most characters first: its font also draws the digits and marks among them. */
function scriptsOf(letters: readonly string[]): typeof SCRIPTS {
  const counted = SCRIPTS.map((script) => ({
    script,
    count: letters.filter((cluster) => script.pattern.test(cluster)).length,
  }));
  return counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ script }) => script);
}

/** Faces of optional packages for the clusters that no shipped font has. */
function fromPackages(
  clusters: readonly string[],
  folders: FontFolders,
): { readonly faces: Face[]; readonly language?: string } | { readonly reason: string } {
  const faces: Face[] = [];
  let language: string | undefined;
  const emoji = clusters.filter(mayBeEmoji);
  const letters = clusters.filter((cluster) => !mayBeEmoji(cluster));
  for (const [wanted, packages] of [
    [letters, packagesFor(letters)],
    [emoji, [EMOJI]],
  ] as const) {
    if (wanted.length === 0) continue;
    const taken = take(wanted, packages, folders);
    if ("reason" in taken) return taken;
    faces.push(...taken.faces);
    language ??= taken.language;
  }
  return { faces, ...(language !== undefined && { language }) };
}

/** One package for all of them where there is one, so that the strokes match; else the first that has each. */
function take(clusters: readonly string[], packages: readonly FontPackage[], folders: FontFolders) {
  const installed = packages.flatMap((font) => {
    const opened = findFont(font, folders);
    return opened ? [{ font, opened }] : [];
  });
  const whole = installed.find(({ opened }) => clusters.every((cluster) => covers(opened.coverage, cluster)));
  const faces = (whole ? [whole] : installed).flatMap(({ opened }) => opened.facesFor(clusters.join("")));
  const used = faces.filter((face) => clusters.some((cluster) => covers(face.coverage, cluster)));
  const missing = clusters.filter((cluster) => !used.some((face) => covers(face.coverage, cluster)));
  if (missing.length === 0) return { faces: used, language: (whole ?? installed[0])?.font.language ?? "en" };
  const remedy = packages.find((font) => !installed.some((one) => one.font === font));
  return { reason: reasonFor(missing, remedy) };
}

/** Characters that are named in a reason at most. */
const NAMED = 8;

function reasonFor(missing: readonly string[], remedy: FontPackage | undefined): string {
  const distinct = [...new Set(missing)];
  const named = distinct.slice(0, NAMED).map((cluster) => `“${cluster}”`);
  const more = distinct.length > NAMED ? ` and ${distinct.length - NAMED} more` : "";
  const characters = `${named.join(", ")}${more}`;
  return remedy
    ? `${characters}: the font for it is a package of its own; npm install ${remedy.name} (${remedy.megabytes} MB) ` +
        "in the server's folder, and start it again"
    : `the engine knows no font that has ${characters}`;
}
