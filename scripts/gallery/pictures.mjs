import { createRequire } from "node:module";
import { join } from "node:path";
import { ROOT } from "../lib/toolchain.mjs";

export const sharp = createRequire(join(ROOT, "packages/e2e/package.json"))("sharp");

/** Pixels of the long edge of a picture on the page. */
const EDGE = 480;
/** Pixels of a square of the pattern that stands for "nothing here". */
const SQUARE = 12;

/** `photograph` is a path, or a name below the fixtures. A transparent one is put on chequers. */
export async function thumbnail(photograph) {
  const path = photograph.startsWith("/") ? photograph : join(ROOT, "packages/e2e/fixtures", photograph);
  const { hasAlpha } = await sharp(path)
    .stats()
    .then(({ isOpaque }) => ({ hasAlpha: !isOpaque }));
  if (hasAlpha) return onChequers(path);
  return webp(small(path), 82);
}

/** What is transparent shows a pattern, so that nothing of a cut-out is hidden by a kind background. */
export async function onChequers(path) {
  const picture = await small(path).png().toBuffer({ resolveWithObject: true });
  const { width, height } = picture.info;
  return webp(chequers(width, height).composite([{ input: picture.data }]), 90);
}

function small(path) {
  return sharp(path).resize(EDGE, EDGE, { fit: "inside" });
}

function chequers(width, height) {
  const data = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const odd = (Math.floor((pixel % width) / SQUARE) + Math.floor(pixel / width / SQUARE)) % 2;
    const colour = odd ? [255, 140, 240] : [255, 205, 248];
    data.set(colour, 3 * pixel);
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

function webp(picture, quality) {
  return picture.webp({ quality, effort: 6, smartSubsample: true }).toBuffer();
}
