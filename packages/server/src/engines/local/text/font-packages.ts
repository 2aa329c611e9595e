/** Fonts that are too large to ship and are used where someone has installed them. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
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
  /** The one file with everything; otherwise it comes in slices, each with its own range of characters. */
  readonly whole?: string;
}

const han = (region: string, megabytes: number, language: string): FontPackage => ({
  name: `@fontsource-variable/noto-sans-${region}`,
  title: `Noto Sans ${region.toUpperCase()}`,
  megabytes,
  language,
});

export const SIMPLIFIED_CHINESE: FontPackage = han("sc", 4.9, "zh-Hans");
export const TRADITIONAL_CHINESE: FontPackage = han("tc", 4.9, "zh-Hant");
export const JAPANESE: FontPackage = han("jp", 5.9, "ja");
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

/** Where packages are looked for, as folders: the first that has one wins. */
export type FontFolders = readonly string[];

/** Beside the server's own code first, then in the project that it was started in. */
export function usualFolders(): FontFolders {
  return [import.meta.dirname, process.cwd()];
}

const opened = new Map<string, InstalledFont>();

/** Nothing when the package is not installed in any of the folders. */
export function findFont(font: FontPackage, folders: FontFolders): InstalledFont | undefined {
  for (const folder of folders) {
    const require = createRequire(join(folder, "resolved-from-here.js"));
    const manifest = resolved(require, `${font.name}/package.json`);
    if (manifest === undefined) continue;
    const known = opened.get(manifest);
    if (known) return known;
    const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
    const family = `model-api-${font.name}@${version}`.replaceAll(/[^\w@.-]/gu, "-");
    const installed = font.whole ? wholeFont(require, font, family) : slicedFont(require, font, family);
    opened.set(manifest, installed);
    return installed;
  }
  return undefined;
}

function resolved(require: NodeJS.Require, path: string): string | undefined {
  try {
    return require.resolve(path);
  } catch {
    return undefined;
  }
}

function wholeFont(require: NodeJS.Require, font: FontPackage, family: string): InstalledFont {
  const face = loadFace(require.resolve(`${font.name}/files/${font.whole}`), family, font.title);
  return { coverage: face.coverage, facesFor: () => [face] };
}

/** A slice is loaded when a character needs it. What it really has decides, not what the package's list says. */
function slicedFont(require: NodeJS.Require, font: FontPackage, family: string): InstalledFont {
  const list = JSON.parse(readFileSync(require.resolve(`${font.name}/unicode.json`), "utf8"));
  const sliceOf = new Map<number, string>();
  for (const [slice, ranges] of Object.entries(list as Record<string, string>)) {
    for (const code of expand(ranges)) sliceOf.set(code, slice.replaceAll(/[[\]]/gu, ""));
  }
  const slug = font.name.slice(font.name.indexOf("/") + 1);
  const load = (slice: string): Face => {
    const path = require.resolve(`${font.name}/files/${slug}-${slice}-wght-normal.woff2`);
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
