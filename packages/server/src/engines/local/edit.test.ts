import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { Logger } from "../../logger.js";
import { engineContext } from "../../testing/engines.js";
import type { EngineFile, EngineReport } from "../engine.js";
import { createLocalEngine } from "./index.js";

const COFFEE = new URL("../../../../e2e/fixtures/coffee.png", import.meta.url);
const EDIT = "openai/gpt-image-2/edit";
const LONG = 120_000;

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly bytes: Uint8Array;
  /** Of the pixel at shares of the width and height. */
  at(x: number, y: number): number[];
}

interface Edited {
  readonly picture: Picture;
  readonly file: Uint8Array;
  readonly report: EngineReport;
  readonly operations: string[];
  readonly fetched: string[];
  readonly lines: { fields: object; message: string }[];
}

async function edit(
  prompt: string,
  images: readonly Uint8Array[],
  input: Record<string, unknown> = {},
): Promise<Edited> {
  const fetched: string[] = [];
  const lines: Edited["lines"] = [];
  const keep = (fields: object, message: string): void => void lines.push({ fields, message });
  const log: Logger = { info: keep, warn: keep, error: keep };
  const context = engineContext({
    log,
    fetchMedia: async (uri) => {
      fetched.push(uri);
      const bytes = images[Number(uri)];
      if (!bytes) throw new Error(`there is no picture ${uri}`);
      return { bytes, mediaType: "image/png" };
    },
  });
  const engine = createLocalEngine({ isolation: "inline" });
  const task = { prompt, images: images.map((_, index) => String(index)), ...input };
  const { files, report } = await engine.run(
    { requestId: "r", modelId: EDIT, input: task, attempt: 1 },
    context,
  );
  const file = (files[0] as EngineFile).data as Uint8Array;
  const operations = report.applied.map(({ operation }) => operation);
  return { picture: await open(file), file, report, operations, fetched, lines };
}

async function open(file: Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const at = (x: number, y: number): number[] => {
    const offset = (Math.floor(y * height) * width + Math.floor(x * width)) * channels;
    return [...data.subarray(offset, offset + channels)];
  };
  return { width, height, channels, bytes: data, at };
}

/** A red disc on green, to the right of the middle. */
async function disc(width = 480, height = 320): Promise<Uint8Array> {
  const shape = `<svg width="${width}" height="${height}"><rect width="100%" height="100%" fill="#3c7a48"/><circle cx="${width * 0.6}" cy="${height * 0.55}" r="${height * 0.25}" fill="#b02818"/></svg>`;
  return sharp(Buffer.from(shape)).png().toBuffer();
}

function plain(colour: string, width = 300, height = 200): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer();
}

let coffee: Uint8Array;
beforeAll(async () => {
  coffee = await readFile(COFFEE);
});

const near = (one: readonly number[], other: readonly number[], by = 3): boolean =>
  other.every((value, index) => Math.abs(value - (one[index] ?? Number.NaN)) <= by);

describe("a background", () => {
  it(
    "of a colour is that colour, exactly, up to the corners",
    async () => {
      const { picture, report } = await edit("Put it on a plain #1a2b3c background", [coffee]);
      for (const [x, y] of [
        [0, 0],
        [0.999, 0],
        [0, 0.999],
        [0.999, 0.999],
      ] as const)
        expect(picture.at(x, y)).toEqual([26, 43, 60]);
      expect(picture.at(0.48, 0.35)).not.toEqual([26, 43, 60]);
      expect(report.ignored).toEqual([]);
    },
    LONG,
  );

  it(
    "that is taken away leaves the subject opaque, and JPEG says that it cannot",
    async () => {
      const { picture } = await edit("remove the background", [await disc()]);
      expect([picture.channels, picture.at(0.02, 0.02)[3], picture.at(0.6, 0.55)[3]]).toEqual([4, 0, 255]);
      const jpeg = await edit("remove the background", [await disc()], { output_format: "jpeg" });
      expect(near(jpeg.picture.at(0.02, 0.02), [255, 255, 255])).toBe(true);
      expect(jpeg.report.ignored[0]?.reason).toMatch(/JPEG knows no transparency/);
    },
    LONG,
  );

  it(
    "that is blurred leaves the subject's pixels as they are",
    async () => {
      const [before, after] = [
        await edit("", [coffee]),
        await edit("blur the background strongly", [coffee]),
      ];
      expect(after.picture.at(0.48, 0.35)).toEqual(before.picture.at(0.48, 0.35));
      expect(roughness(after.picture, 0.02, 0.5)).toBeLessThan(roughness(before.picture, 0.02, 0.5) / 4);
      expect(after.operations).toEqual(["resize", "blur-background"]);
    },
    LONG,
  );

  it(
    "of another input takes the subject into its scene",
    async () => {
      const { picture, operations, report, fetched } = await edit(
        "Put the disc of image 1 into the scene of image 3, no shadow",
        [await disc(), await plain("#000000"), await plain("#4060a0", 400, 400)],
      );
      expect([picture.width, picture.height]).toEqual([1248, 832]);
      expect(near(picture.at(0.01, 0.01), [64, 96, 160])).toBe(true);
      const reds = Array.from({ length: 100 }, (_, step) => picture.at(step / 100, 0.7)).filter((pixel) =>
        near(pixel, [176, 40, 24], 8),
      );
      expect(reds.length).toBeGreaterThan(15);
      expect(operations).toContain("place-in-scene");
      expect(fetched).toEqual(["0", "2"]);
      expect(report.ignored.map(({ instruction }) => instruction)).toEqual(["images[1]"]);
    },
    LONG,
  );

  it(
    "stays where no subject can be found, and that is said",
    async () => {
      const { picture, report } = await edit("navy background", [await plain("#88aa44")]);
      expect(picture.at(0.5, 0.5)).toEqual([136, 170, 68]);
      expect(report.ignored).toEqual([
        { instruction: "navy background", reason: expect.stringMatching(/^the photo was kept: /) },
      ]);
    },
    LONG,
  );
});

/** Mean difference of neighbours along a piece of a row. */
function roughness(picture: Picture, x: number, y: number): number {
  let sum = 0;
  for (let step = 0; step < 60; step++) {
    const [one = 0] = picture.at(x + step / picture.width, y);
    const [other = 0] = picture.at(x + (step + 1) / picture.width, y);
    sum += Math.abs(one - other);
  }
  return sum / 60;
}

describe("light and colour", () => {
  it(
    "of the background leave the subject alone, and the other way round",
    async () => {
      const image = await disc();
      const before = (await edit("", [image])).picture;
      const { picture: behind } = await edit("make the background darker", [image]);
      expect(behind.at(0.6, 0.55)).toEqual(before.at(0.6, 0.55));
      expect(sum(behind.at(0.1, 0.1))).toBeLessThan(sum(before.at(0.1, 0.1)) - 15);
      const { picture: subject } = await edit("brighten the subject a lot", [image]);
      expect(subject.at(0.1, 0.1)).toEqual(before.at(0.1, 0.1));
      expect(sum(subject.at(0.6, 0.55))).toBeGreaterThan(sum(before.at(0.6, 0.55)) + 15);
    },
    LONG,
  );

  it(
    "of the picture spare a subject that is to stay as it is",
    async () => {
      const image = await disc();
      const before = (await edit("", [image])).picture;
      const { picture, report } = await edit("brighten the photo; keep the product unchanged", [image]);
      expect(picture.at(0.6, 0.55)).toEqual(before.at(0.6, 0.55));
      expect(sum(picture.at(0.1, 0.1))).toBeGreaterThan(sum(before.at(0.1, 0.1)) + 10);
      expect(report.applied.map(({ detail }) => detail)).toContain("Made the background brighter.");
    },
    LONG,
  );

  it("of a part are left out where there is no subject", async () => {
    const { picture, report } = await edit("brighten the subject", [await plain("#88aa44")]);
    expect(picture.at(0.5, 0.5)).toEqual([136, 170, 68]);
    expect(report.ignored[0]?.reason).toMatch(/^only the picture as a whole can be adjusted: /);
  });
});

const sum = (pixel: readonly number[]): number => pixel.slice(0, 3).reduce((a, b) => a + b, 0);

describe("shape", () => {
  it("of the output follows a photo that is turned", async () => {
    const { picture, operations } = await edit("rotate 90 degrees clockwise", [await disc()]);
    expect([picture.width, picture.height]).toEqual([832, 1248]);
    // To the right of the middle becomes below it.
    expect(near(picture.at(0.45, 0.6), [176, 40, 24], 6)).toBe(true);
    expect(operations).toEqual(["rotate", "resize"]);
  });

  it("follows a crop, unless the request's own field says another", async () => {
    const cropped = await edit("crop to a square", [await disc()]);
    expect([cropped.picture.width, cropped.picture.height]).toEqual([1024, 1024]);
    const asked = await edit("crop to a square", [await disc()], { aspect_ratio: "16:9" });
    expect([asked.picture.width, asked.picture.height]).toEqual([1360, 768]);
    expect(asked.report.ignored).toEqual([
      { instruction: "crop to a square", reason: expect.stringMatching(/^aspect_ratio asks for 16:9/) },
    ]);
  });
});

describe("the order of an edit", () => {
  const HEADLINE = "headline 'LETTERS' in black at the top";

  it("mirrors the photo and never the letters", async () => {
    const image = await plain("#e8e8e8");
    const [straight, mirrored] = [
      await edit(HEADLINE, [image]),
      await edit(`${HEADLINE}; mirror it`, [image]),
    ];
    expect(straight.operations).toContain("add-headline");
    expect(Buffer.from(mirrored.picture.bytes).equals(Buffer.from(straight.picture.bytes))).toBe(true);
    const blank = await edit("mirror it", [image]);
    expect(Buffer.from(mirrored.picture.bytes).equals(Buffer.from(blank.picture.bytes))).toBe(false);
  });

  it("blurs and tones the photo and never the letters", async () => {
    const image = await plain("#e8e8e8");
    const straight = await edit(HEADLINE, [image]);
    const blurred = await edit(`blur the photo strongly. ${HEADLINE}`, [image]);
    expect(blurred.operations).toContain("blur");
    expect(Buffer.from(blurred.picture.bytes).equals(Buffer.from(straight.picture.bytes))).toBe(true);
  });

  it("draws the frame around everything, and the output keeps its size", async () => {
    const image = await plain("#e8e8e8");
    const { picture, operations } = await edit("a thick navy frame", [image]);
    expect([picture.width, picture.height]).toEqual([1248, 832]);
    for (const [x, y] of [
      [0, 0],
      [0.999, 0.5],
      [0.5, 0.999],
      [0.03, 0.5],
    ] as const)
      expect(picture.at(x, y)).toEqual([0, 0, 128]);
    expect(picture.at(0.5, 0.5)).toEqual([232, 232, 232]);
    expect(operations).toEqual(["resize", "add-frame"]);
  });

  it(
    "gives the same file again, and the same for clauses in another order",
    async () => {
      const clauses = [
        "make it warmer",
        "crop to 4:5",
        "caption 'one line'",
        "thin gold frame",
        "navy background",
      ];
      const image = await disc();
      const first = await edit(clauses.join("; "), [image]);
      const again = await edit([...clauses].reverse().join("; "), [image]);
      expect(first.operations).toEqual(expect.arrayContaining(["crop", "warm", "add-caption", "add-frame"]));
      expect(Buffer.from(first.file).equals(Buffer.from(again.file))).toBe(true);
    },
    LONG,
  );
});

describe("several pictures", () => {
  it("stand side by side, each with its own colours", async () => {
    const images = [await plain("#c03030"), await plain("#30c030"), await plain("#3030c0")];
    const { picture, report } = await edit("place the three images side by side", images);
    expect(report.ignored).toEqual([]);
    const middles = [1 / 6, 3 / 6, 5 / 6].map((x) => picture.at(x, 0.5));
    expect(middles).toEqual([
      [192, 48, 48],
      [48, 192, 48],
      [48, 48, 192],
    ]);
  });

  it("are told apart by their numbers", async () => {
    const images = [await plain("#c03030"), await plain("#30c030"), await plain("#3030c0")];
    const inset = await edit("put image 3 in the top left corner of image 2", images);
    expect(inset.picture.at(0.9, 0.9)).toEqual([48, 192, 48]);
    expect(inset.picture.at(0.12, 0.12)).toEqual([48, 48, 192]);
    expect(inset.report.ignored).toEqual([]);
  });

  it("are not fetched where the prompt has no use for them, and each is told", async () => {
    const images = [await plain("#c03030"), await plain("#30c030")];
    const { fetched, report } = await edit("add the text 'ONE'", images);
    expect(fetched).toEqual(["0"]);
    expect(report.ignored).toEqual([
      { instruction: "images[1]", reason: expect.stringMatching(/what to do/) },
    ]);
  });

  it("have no background that could be replaced together", async () => {
    const images = [await plain("#c03030"), await plain("#30c030")];
    const { report } = await edit("collage of both images; blue background", images);
    expect(report.ignored).toEqual([
      { instruction: "blue background", reason: expect.stringMatching(/one photo/) },
    ]);
  });
});

describe("quality", () => {
  it("changes the file and is not reported as ignored", async () => {
    const sizes: number[] = [];
    for (const quality of ["low", "medium", "high"]) {
      const { file, report } = await edit("", [coffee], { quality, output_format: "jpeg" });
      expect(report.ignored).toEqual([]);
      sizes.push(file.length);
    }
    const [low = 0, medium = 0, high = 0] = sizes;
    expect(low).toBeLessThan(medium * 0.8);
    expect(medium).toBeLessThan(high * 0.9);
  });
});

describe("the log", () => {
  it("counts what was not carried out, and holds no word of the prompt", async () => {
    const { lines } = await edit("make my grandmother smile. brighten her eyes. add the headline X", [
      await disc(),
    ]);
    expect(lines).toEqual([
      {
        fields: { ignored: 3, causes: { unknown: 1, unsupported: 2 } },
        message: "the local engine did not carry out all of the request",
      },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/grandmother|eyes|headline/);
  });

  it("says nothing of a request that was carried out", async () => {
    expect((await edit("make it brighter", [await disc()])).lines).toEqual([]);
  });
});
