/**
 * Edits with the local engine, in a process of its own, beside sharp doing nothing but decode, resize and encode.
 * usage: local-edit time <file> <resolution> <rounds> | local-edit memory <edit|sharp> <file> <resolution>
 * Prints one line of JSON.
 */
import { readFile } from "node:fs/promises";
import { createLocalEngine, type Engine } from "@model-api/server";
import sharp from "sharp";

/** Milliseconds of one piece of work. */
export interface Cost {
  readonly elapsed: number;
  /** Of all threads: what a busy machine changes least. */
  readonly cpu: number;
}

/** Of each round, an edit and the plain resize in turn, and how many pixels came out. */
export interface Times {
  readonly edit: readonly Cost[];
  readonly sharp: readonly Cost[];
  readonly pixels: number;
}

/** The most that was resident, in bytes: before the first edit, with everything loaded, and after one. */
export interface Peak {
  readonly before: number;
  readonly peak: number;
}

const MODEL = "openai/gpt-image-2/edit";
const PROMPT =
  "Put it on a white-to-grey studio sweep with a soft shadow; add a headline that reads 'OPEN STUDIO'";

type Context = Parameters<Engine["run"]>[1];

/** One edit, to its PNG. Fails where it has not done what the prompt asks for: skipping work is no speed. */
async function edit(engine: Engine, bytes: Uint8Array, resolution: string): Promise<Uint8Array> {
  const context = {
    fetchMedia: async () => ({ bytes, mediaType: "image/png" }),
    signal: new AbortController().signal,
    log: { info() {}, warn() {}, error() {}, debug() {} },
  };
  const input = { prompt: PROMPT, images: ["data:,"], resolution };
  const task = { requestId: "r", modelId: MODEL, input, attempt: 1 };
  const { files, report } = await engine.run(task, context as unknown as Context);
  const done = report.applied.map(({ operation }) => operation);
  const [file] = files;
  if (!done.includes("replace-background") || !done.includes("add-headline") || !file || !("data" in file))
    throw new Error(`the edit was not carried out: ${JSON.stringify(report)}`);
  return file.data as Uint8Array;
}

/** As the engine encodes. */
function resize(bytes: Uint8Array, size: { width: number; height: number }): Promise<Buffer> {
  return sharp(bytes)
    .resize(size.width, size.height, { fit: "cover" })
    .removeAlpha()
    .png({ compressionLevel: 6 })
    .toBuffer();
}

async function sizeOf(picture: Uint8Array) {
  const { width, height } = await sharp(picture).metadata();
  return { width, height };
}

async function time(file: string, resolution: string, rounds: number): Promise<Times> {
  const bytes = await readFile(file);
  const engine = createLocalEngine();
  // The first edit loads OpenCV and the fonts.
  const size = await sizeOf(await edit(engine, bytes, resolution));
  await resize(bytes, size);
  const times: { edit: Cost[]; sharp: Cost[] } = { edit: [], sharp: [] };
  const measure = async (list: Cost[], work: () => Promise<unknown>) => {
    const [started, used] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(used);
    list.push({ elapsed: performance.now() - started, cpu: (user + system) / 1000 });
  };
  for (let round = 0; round < rounds; round++) {
    await measure(times.edit, () => edit(engine, bytes, resolution));
    await measure(times.sharp, () => resize(bytes, size));
  }
  await engine.close?.();
  return { ...times, pixels: size.width * size.height };
}

const SIZES: Record<string, { width: number; height: number }> = {
  "1k": { width: 1248, height: 832 },
  "4k": { width: 3520, height: 2352 },
};

async function memory(kind: string, file: string, resolution: string): Promise<Peak> {
  const bytes = await readFile(file);
  const before = process.resourceUsage().maxRSS * 1024;
  if (kind === "sharp") await resize(bytes, SIZES[resolution] ?? { width: 1, height: 1 });
  else await edit(createLocalEngine(), bytes, resolution);
  return { before, peak: process.resourceUsage().maxRSS * 1024 };
}

const [mode, ...args] = process.argv.slice(2);
const [first = "", second = "", third = ""] = args;
const answer = mode === "time" ? time(first, second, Number(third)) : memory(first, second, third);
console.log(JSON.stringify(await answer));
process.exit();
