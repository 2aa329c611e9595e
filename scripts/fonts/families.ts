/** The font families that the server ships, and which of their characters. */

/** First and last code point, both included. */
type Range = readonly [number, number];

export interface Family {
  /** Begins the names of the static fonts in the package, and of the files unless `file` does. */
  readonly name: string;
  readonly file?: string;
  /** The name to tell a person. */
  readonly title: string;
  readonly project: string;
  readonly package: string;
  readonly version: string;
  readonly styles: readonly Style[];
  readonly ranges: readonly Range[];
}

interface Style {
  readonly weight: number;
  readonly name: "Light" | "Regular" | "Medium" | "ExtraBold";
}

const STYLES: readonly Style[] = [
  { weight: 300, name: "Light" },
  { weight: 500, name: "Medium" },
  { weight: 800, name: "ExtraBold" },
];

/** What any script borrows: ASCII, no-break space, quotation marks, dashes, joiners, marks of direction. */
const COMMON: readonly Range[] = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  [0xab, 0xab],
  [0xb7, 0xb7],
  [0xbb, 0xbb],
  [0x200b, 0x200f],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x2039, 0x203a],
  [0x2060, 0x2069],
];

const LATIN_AND_CYRILLIC: readonly Range[] = [
  ...COMMON,
  [0xa1, 0x17f],
  [0x192, 0x192],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x218, 0x21b],
  [0x400, 0x52f],
  [0x1e80, 0x1e85],
  [0x1e9e, 0x1e9e],
  [0x1ea0, 0x1ef9],
  [0x2020, 0x2021],
  [0x2030, 0x2030],
  [0x2032, 0x2033],
  [0x2044, 0x2044],
  [0x2070, 0x208e],
  [0x20a0, 0x20bf],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x215b, 0x215e],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2260, 0x2265],
];

const GOOGLE = { version: "0.4.2", styles: STYLES } as const;

export const FAMILIES: readonly Family[] = [
  {
    ...GOOGLE,
    name: "Montserrat",
    title: "Montserrat",
    project: "https://github.com/JulietaUla/Montserrat",
    package: "@expo-google-fonts/montserrat",
    ranges: LATIN_AND_CYRILLIC,
  },
  {
    ...GOOGLE,
    name: "NotoSans",
    title: "Noto Sans",
    project: "https://github.com/notofonts/latin-greek-cyrillic",
    package: "@expo-google-fonts/noto-sans",
    ranges: [
      ...LATIN_AND_CYRILLIC,
      [0x180, 0x24f],
      [0x259, 0x259],
      [0x2b0, 0x2ff],
      [0x300, 0x3ff],
      [0x1e00, 0x1eff],
      [0x1f00, 0x1fff],
      [0x2100, 0x218b],
      [0x2194, 0x2199],
      [0x2200, 0x22ff],
      [0x25ca, 0x25cc],
    ],
  },
  {
    ...GOOGLE,
    name: "NotoSansArabic",
    title: "Noto Sans Arabic",
    project: "https://github.com/notofonts/arabic",
    package: "@expo-google-fonts/noto-sans-arabic",
    version: "0.4.3",
    ranges: [...COMMON, [0x600, 0x6ff], [0x750, 0x77f], [0xfd3e, 0xfd3f], [0xfdf2, 0xfdfc], [0x25cc, 0x25cc]],
  },
  {
    ...GOOGLE,
    name: "NotoSansHebrew",
    title: "Noto Sans Hebrew",
    project: "https://github.com/notofonts/hebrew",
    package: "@expo-google-fonts/noto-sans-hebrew",
    version: "0.4.1",
    ranges: [...COMMON, [0x590, 0x5ff], [0x20aa, 0x20aa], [0xfb1d, 0xfb4f], [0x25cc, 0x25cc]],
  },
  {
    ...GOOGLE,
    name: "NotoSansDevanagari",
    title: "Noto Sans Devanagari",
    project: "https://github.com/notofonts/devanagari",
    package: "@expo-google-fonts/noto-sans-devanagari",
    version: "0.4.1",
    ranges: [...COMMON, [0x900, 0x97f], [0x20b9, 0x20b9], [0xa8e0, 0xa8ff], [0x25cc, 0x25cc]],
  },
  {
    ...GOOGLE,
    name: "NotoSansThai",
    title: "Noto Sans Thai",
    project: "https://github.com/notofonts/thai",
    package: "@expo-google-fonts/noto-sans-thai",
    ranges: [...COMMON, [0xe01, 0xe3a], [0xe3f, 0xe5b], [0x25cc, 0x25cc]],
  },
  {
    ...GOOGLE,
    name: "NotoSansSymbols2",
    title: "Noto Sans Symbols 2",
    project: "https://github.com/notofonts/symbols",
    package: "@expo-google-fonts/noto-sans-symbols-2",
    version: "0.4.1",
    styles: [{ weight: 400, name: "Regular" }],
    ranges: [
      [0x25a0, 0x25ff],
      [0x2600, 0x2612],
      [0x2654, 0x2667],
      [0x2669, 0x266f],
      [0x2701, 0x2727],
      [0x2729, 0x274b],
      [0x2756, 0x2756],
      [0x2776, 0x2794],
      [0x27a0, 0x27be],
    ],
  },
  {
    // A space, and a vowel sign whose distance depends on it: see `spacing` in the server's typesetting.
    ...GOOGLE,
    name: "NotoSansDevanagari",
    file: "Spacing",
    title: "Noto Sans Devanagari",
    project: "https://github.com/notofonts/devanagari",
    package: "@expo-google-fonts/noto-sans-devanagari",
    version: "0.4.1",
    styles: [{ weight: 400, name: "Regular" }],
    ranges: [
      [0x20, 0x20],
      [0xa8e0, 0xa8e0],
    ],
  },
];

/** All the characters of the ranges, as one string. */
export function charactersOf({ ranges }: Family): string {
  return ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    .map((code) => String.fromCodePoint(code))
    .join("");
}
