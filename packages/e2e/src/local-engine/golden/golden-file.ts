import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const FOLDER: string = fileURLToPath(new URL("pictures/", import.meta.url));
/** Pixels of the long edge of what is kept. */
const EDGE = 512;

/** What shows through where a picture is transparent: a colour that photographs do not have. */
const BEHIND = "#ff00ff";

/** What is accepted, and what a golden picture is compared with: the engine's picture, small and opaque, lossless. */
export async function reduced(picture: Uint8Array): Promise<Uint8Array> {
  return sharp(picture)
    .flatten({ background: BEHIND })
    .resize(EDGE, EDGE, { fit: "inside" })
    .png()
    .toBuffer();
}

export async function readGolden(name: string): Promise<Uint8Array> {
  const path = pathOf(name);
  if (!existsSync(path))
    throw new Error(`there is no golden picture ${path}; see the head of golden.test.ts`);
  // As a PNG, since a decoder of JPEG takes a short cut to a smaller size that can end a pixel beside it.
  return sharp(path).png().toBuffer();
}

/** Colours at full size: halved, as JPEG has them by default, they are what differs most from the picture itself. */
export async function writeGolden(name: string, picture: Uint8Array): Promise<void> {
  const settings = { quality: 88, chromaSubsampling: "4:4:4", mozjpeg: true };
  await writeFile(pathOf(name), await sharp(picture).jpeg(settings).toBuffer());
}

function pathOf(name: string): string {
  return `${FOLDER}${name}.jpg`;
}
