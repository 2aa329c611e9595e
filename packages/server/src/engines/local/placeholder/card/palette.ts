/** Colours of one card, as the canvas takes them. */
export interface Palette {
  readonly paper: string;
  /** What a progress bar runs on. */
  readonly track: string;
  readonly accent: string;
  readonly ink: string;
}

const PALETTES: readonly [Palette, ...Palette[]] = [
  { paper: "#eef2f7", track: "#d3dde9", accent: "#2b5c95", ink: "#1c2a3a" },
  { paper: "#edf4ef", track: "#cfe2d5", accent: "#2d6b47", ink: "#1b2f24" },
  { paper: "#f7f1ea", track: "#ead9c5", accent: "#94521b", ink: "#3a2715" },
  { paper: "#f5eef4", track: "#e4d1e1", accent: "#84407a", ink: "#341d31" },
  { paper: "#ecf3f4", track: "#cbe0e3", accent: "#1f6570", ink: "#16303a" },
  { paper: "#f7eeee", track: "#ebd0d0", accent: "#9a3b3b", ink: "#3a1c1c" },
];

/** The same text always has the same colours, and another one most likely others: two placeholders are told apart at a glance. */
export function paletteFor(text: string): Palette {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  // The lowest bits alone would follow the last letter.
  return PALETTES[(hash >>> 8) % PALETTES.length] ?? PALETTES[0];
}
