/** Reads a picture with Tesseract, whose program and data come in npm packages. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Raster } from "../../picture/raster.js";

const require = createRequire(import.meta.url);

interface Engine {
  loadModel(model: Uint8Array): void;
  loadImage(image: { data: Uint8ClampedArray; width: number; height: number }): void;
  getText(): string;
  destroy(): void;
}

/** `language` is Tesseract's name of it, such as `ara`. The text comes without the white space around it. */
export async function readText(picture: Raster, language: string): Promise<string> {
  const path = require.resolve("tesseract-wasm");
  const { createOCREngine } = (await import(path)) as {
    createOCREngine: (options: { wasmBinary: Uint8Array }) => Promise<Engine>;
  };
  const engine = await quietly(() =>
    createOCREngine({ wasmBinary: readFileSync(join(dirname(path), "tesseract-core.wasm")) }),
  );
  const model = require.resolve(`@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`);
  return quietly(() => {
    engine.loadModel(gunzipSync(readFileSync(model)));
    engine.loadImage({ data: withAlpha(picture), width: picture.width, height: picture.height });
    const text = engine.getText().trim();
    engine.destroy();
    return text;
  });
}

function withAlpha({ data }: Raster): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray((data.length / 3) * 4).fill(255);
  for (let pixel = 0; pixel < data.length / 3; pixel++) {
    rgba.set(data.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  }
  return rgba;
}

/** Tesseract reports on its estimates as errors on the console. */
async function quietly<Result>(run: () => Result | Promise<Result>): Promise<Result> {
  const { error, warn } = console;
  console.error = () => undefined;
  console.warn = () => undefined;
  try {
    return await run();
  } finally {
    Object.assign(console, { error, warn });
  }
}
