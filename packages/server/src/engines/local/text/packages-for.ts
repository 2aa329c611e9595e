/** Which optional fonts could draw characters that no shipped font has. */

import {
  type FontPackage,
  JAPANESE,
  KOREAN,
  SIMPLIFIED_CHINESE,
  TRADITIONAL_CHINESE,
} from "./font-packages.js";

const HAN = /\p{Script=Han}|[\u3000-\u303f\u31c0-\u33ff\ufe30-\ufe4f\uff00-\uffef]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const BOPOMOFO = /\p{Script=Bopomofo}/u;

/** Best first: kana tell Japanese, Hangul tells Korean, Bopomofo traditional Chinese; else simplified Chinese it is. */
export function packagesFor(clusters: readonly string[]): FontPackage[] {
  const text = clusters.join("");
  if (HANGUL.test(text)) return [KOREAN, JAPANESE, SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE];
  if (KANA.test(text)) return [JAPANESE, TRADITIONAL_CHINESE, SIMPLIFIED_CHINESE];
  if (BOPOMOFO.test(text)) return [TRADITIONAL_CHINESE, SIMPLIFIED_CHINESE];
  if (HAN.test(text)) return [SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE, JAPANESE];
  return [];
}
