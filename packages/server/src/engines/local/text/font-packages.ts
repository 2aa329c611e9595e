/** Fonts that are too large to ship and are used where someone has installed them. */

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { codePointsToDraw } from "./clusters.js";
import type { Coverage } from "./coverage.js";
import { type Face, loadFace } from "./faces.js";

export interface FontPackage {
  readonly name: string;
  /** The name to tell a person. */
  readonly title: string;
  /** What installing it takes on disk. */
  readonly megabytes: number;
  /** As the canvas takes it: shapes of Han characters differ by language. */
  readonly language: string;
  /** The one file with everything, in colours; otherwise it comes in slices, each with its own range of characters. */
  readonly whole?: string;
}

const han = (region: string, megabytes: number, language: string): FontPackage => ({
  name: `@fontsource-variable/noto-sans-${region}`,
  title: `Noto Sans ${region.toUpperCase()}`,
  megabytes,
  language,
});

export const SIMPLIFIED_CHINESE: FontPackage = han("sc", 4.9, "zh-Hans");
export const TRADITIONAL_CHINESE: FontPackage = han("tc", 4.7, "zh-Hant");
export const JAPANESE: FontPackage = han("jp", 5.8, "ja");
export const KOREAN: FontPackage = han("kr", 3.8, "ko");
export const EMOJI: FontPackage = {
  name: "@fontsource/noto-color-emoji",
  title: "Noto Color Emoji",
  megabytes: 24.7,
  language: "en",
  whole: "noto-color-emoji-emoji-400-normal.woff2",
};

/** An installed package: what it can draw, and the faces to draw some text with. */
export interface InstalledFont {
  readonly coverage: Coverage;
  facesFor(text: string): readonly Face[];
}

/** Where packages are looked for, as absolute paths of folders: the first that has one wins. */
export type FontFolders = readonly string[];

/** Beside the server's own code first, then in the project that it was started in. */
export function usualFolders(): FontFolders {
  return [import.meta.dirname, process.cwd()];
}

const opened = new Map<string, InstalledFont>();

/** Nothing when the package is not installed in any of the folders, or above one, as Node looks for packages. */
export function findFont(font: FontPackage, folders: FontFolders): InstalledFont | undefined {
  const root = folders.flatMap((folder) => installedIn(folder, font.name) ?? [])[0];
  if (root === undefined) return undefined;
  const known = opened.get(root);
  if (known) return known;
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const family = `model-api-${font.name}@${version}`.replaceAll(/[^\w@.-]/gu, "-");
  const installed = font.whole ? colouredFont(root, font, family) : slicedFont(root, font, family);
  opened.set(root, installed);
  return installed;
}

/** Without the extra folders of `NODE_PATH`: what a picture looks like must not hang on a variable. */
function installedIn(folder: string, name: string): string | undefined {
  for (let above = folder; ; above = dirname(above)) {
    const root = join(above, "node_modules", name);
    if (existsSync(join(root, "package.json"))) return root;
    if (above === dirname(above)) return undefined;
  }
}

function colouredFont(root: string, font: FontPackage, family: string): InstalledFont {
  const loaded = loadFace(join(root, "files", font.whole ?? ""), family, font.title);
  const face: Face = { ...loaded, coloured: true };
  return { coverage: face.coverage, facesFor: () => [face] };
}

/** A slice is loaded when a character needs it. What it really has decides, not what the package's list says. */
function slicedFont(root: string, font: FontPackage, family: string): InstalledFont {
  const list = JSON.parse(readFileSync(join(root, "unicode.json"), "utf8"));
  const sliceOf = new Map<number, string>();
  for (const [slice, ranges] of Object.entries(list as Record<string, string>)) {
    for (const code of expand(ranges)) sliceOf.set(code, slice.replaceAll(/[[\]]/gu, ""));
  }
  const slug = font.name.slice(font.name.indexOf("/") + 1);
  const load = (slice: string): Face => {
    const path = join(root, "files", `${slug}-${slice}-wght-normal.woff2`);
    return loadFace(path, `${family}-${slice}`, font.title);
  };
  const facesFor = (text: string): Face[] => {
    const slices = codePointsToDraw(text).flatMap((code) => sliceOf.get(code) ?? []);
    return [...new Set(slices)].map(load);
  };
  return { coverage: new Set(sliceOf.keys()), facesFor };
}

/** The code points of a list such as `U+20,U+4e00-4e05`. */
function* expand(ranges: string): Generator<number> {
  for (const [, first = "", last = first] of ranges.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/giu)) {
    for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code++) yield code;
  }
}
