/** Draws every script and prints a checksum, and how the canvas itself would measure a text in a font that nobody has. */

import { createHash } from "node:crypto";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { drawOne } from "./draw-one.js";

const TEXTS = [
  "Straße",
  "Щёлково",
  "Ελληνικά",
  "قهوة 8:30",
  "שלום",
  "स्टूडियो",
  "สตูดิโอ",
  "工作室",
  "カフェ",
  "SALE 🔥",
];

const hash = createHash("sha256");
for (const text of TEXTS) hash.update(drawOne({ text }).picture.data);
const context = createCanvas(1, 1).getContext("2d");
context.font = '100px "Noto Sans", "Noto Sans Arabic"';
const control = `${GlobalFonts.families.length} ${context.measureText("Straße قهوة").width}`;
console.log(JSON.stringify({ drawn: hash.digest("hex"), control }));
