import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const FOLDER: string = fileURLToPath(new URL("pictures/", import.meta.url));
/** Pixels of the long edge of what is kept. */
const EDGE = 512;

/** What a golden picture is compared with: the engine's picture at the size of the golden one, lossless. */
export async function reduced(picture: Uint8Array): Promise<Uint8Array> {
  return sharp(picture).resize(EDGE, EDGE, { fit: "inside" }).png().toBuffer();
}

export async function readGolden(name: string): Promise<Uint8Array> {
  const path = pathOf(name);
  if (!existsSync(path))
    throw new Error(`there is no golden picture ${path}; see the head of golden.test.ts`);
  return readFile(path);
}

export async function writeGolden(name: string, picture: Uint8Array): Promise<void> {
  await writeFile(pathOf(name), await sharp(picture).webp({ quality: 88, alphaQuality: 100 }).toBuffer());
}

function pathOf(name: string): string {
  return `${FOLDER}${name}.webp`;
}
