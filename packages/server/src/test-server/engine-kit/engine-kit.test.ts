import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, describe, expect, test } from "vitest";
import {
  type Engine,
  type EngineContext,
  EngineError,
  type EngineFile,
  type EngineReport,
} from "../../engines/engine.js";
import { createLocalEngine } from "../../engines/local/index.js";
import { createPlaceholderEngine } from "../../engines/placeholder/index.js";
import { sampleImage } from "../../engines/placeholder/samples.js";
import { EDIT, INPUT, VIDEO } from "../../testing/engines.js";
import { until } from "../../testing/servers.js";
import { manualClock } from "../manual-clock.js";
import { engineChecks } from "./engine-checks.js";
import type { EngineCheckOptions } from "./options.js";

const TEXT_TO_IMAGE = "openai/gpt-image-2/text-to-image";
const SAMPLE = { width: 32, height: 32, mediaType: "image/png" };
const RUN = { modelId: EDIT, input: INPUT, expect: SAMPLE };
const SECRET = "sk-very-secret";

describe("the placeholder engine", () => {
  const run = { modelId: VIDEO, input: { prompt: "a walk" }, expect: { mediaType: "video/mp4" } };
  for (const check of engineChecks({ engine: () => createPlaceholderEngine(), runs: [RUN, run] }))
    test(check.name, check.run);
});

describe("the local engine", async () => {
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: "#88aa44" } });
  const turned = await picture.withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const images = [`data:image/jpeg;base64,${turned.toString("base64")}`];
  const runs = [
    { modelId: EDIT, input: { prompt: "make it rain", images } },
    { modelId: EDIT, input: { prompt: "make it rain", images, output_format: "webp", aspect_ratio: "16:9" } },
    { modelId: TEXT_TO_IMAGE, input: { prompt: "a lighthouse at dusk", output_format: "jpeg" } },
  ];
  const engine = () => createLocalEngine({ isolation: "inline" });
  for (const check of engineChecks({ engine, runs })) test(check.name, check.run);
});

const PNG = sampleImage(32, [1, 2, 3]);
const FILE: EngineFile = { kind: "image", mediaType: "image/png", data: PNG };
const REPORT: EngineReport = { engine: "sound", applied: [], ignored: [] };
const RESULT = { files: [FILE], report: REPORT };

/** Does nothing wrong: it looks at its picture, takes its time, and stops when it is told to. */
const SOUND: Engine = {
  name: "sound",
  repeatable: true,
  serves: (modelId) => modelId === EDIT,
  async run({ input }, context) {
    context.signal.throwIfAborted();
    await context.fetchMedia((input.images as string[])[0] as string, "image");
    context.progress(0.5);
    await context.keep(FILE);
    await turns(context.signal);
    return { files: [await context.keep(FILE), { ...FILE, data: inPieces() }], report: REPORT };
  },
};

async function* inPieces(): AsyncGenerator<Uint8Array> {
  yield PNG.subarray(0, 9);
  yield PNG.subarray(9);
}

async function turns(signal: AbortSignal): Promise<void> {
  for (let i = 0; i < 5; i++) {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  }
}

/** Does what a sound engine does, and then something else as well. */
const butThen = (then: (context: EngineContext) => unknown): Partial<Engine> => ({
  run: async (task, context) => {
    const result = await SOUND.run(task, context);
    return { ...result, ...(Object((await then(context)) ?? {}) as object) };
  },
});

/** What the checks say of an engine that is sound but for some of its parts, by the ends of their names. */
async function problemsOf(parts: Partial<Engine>, options: Partial<EngineCheckOptions> = {}) {
  const engine = () => ({ ...SOUND, ...parts });
  const problems: Record<string, string> = {};
  for (const { name, run } of engineChecks({ engine, runs: [RUN], secrets: [SECRET], ...options })) {
    const error = await run().catch((thrown: Error) => thrown);
    if (error) problems[name.replace(`${EDIT}: `, "")] = error.message;
  }
  return problems;
}

const temporaryFile = () => writeFileSync(join(tmpdir(), "left"), "");
const BESIDE = `left-by-${process.pid}`;
afterEach(() => rmSync(BESIDE, { force: true }));

const KIND = "makes files of the model's kind";
const TYPE = "makes files that are what they say they are";
const EXACT = "makes exactly the size and the format that were asked for";
const REPORTS = "reports its work under its own name, in plain JSON";
const BEFOREHAND = "makes nothing when it is aborted beforehand";
const MIDDLE = "stops when it is aborted in the middle, and keeps nothing";
const SECRETS = "tells no secret, and logs nothing of an input";

test("a sound engine passes", async () => {
  expect(await problemsOf({})).toEqual({});
});

test.each<[string, Partial<Engine>, Record<string, RegExp>]>([
  [
    "serves everything",
    { serves: () => true },
    { "serves the models of its runs, and no model that is made up": /no-such-vendor.* has to be false/ },
  ],
  [
    "does not serve its model",
    { serves: () => false },
    { "serves the models of its runs, and no model that is made up": /gpt-image-2\/edit.* has to be true/ },
  ],
  ["makes no file", butThen(() => ({ files: [] })), { [KIND]: /at least one file of the kind image/ }],
  [
    "makes another kind",
    butThen(() => ({ files: [{ ...FILE, kind: "video" }] })),
    {
      [KIND]: /^files\[0\]\.kind has to be image, as the model's, and is video/,
      [TYPE]: /kind video, and is image/,
    },
  ],
  [
    "says another media type",
    butThen(() => ({ files: [FILE, { ...FILE, mediaType: "image/webp" }] })),
    { [TYPE]: /^files\[1\] says that it is image\/webp, and its \d+ bytes are image\/png/ },
  ],
  [
    "makes another size",
    butThen(() => ({ files: [{ ...FILE, data: sampleImage(33, [0, 0, 0]) }] })),
    { [EXACT]: /has to be exactly 32×32 pixels, and is 33×33/ },
  ],
  [
    "makes another format",
    butThen(async () => {
      const data = await sharp(PNG).webp().toBuffer();
      return { files: [{ ...FILE, mediaType: "image/webp", data }] };
    }),
    { [EXACT]: /has to be image\/png, and is image\/webp/ },
  ],
  [
    "reports under another name",
    butThen(() => ({ report: { ...REPORT, engine: "real" } })),
    { [REPORTS]: /has to be the engine's name, sound, and is real/ },
  ],
  [
    "reports what JSON does not carry",
    butThen(() => ({ report: { ...REPORT, usage: { calls: Number.NaN } } })),
    { [REPORTS]: /has to be plain JSON/ },
  ],
  [
    "counts in names of its own",
    butThen(() => ({ report: { ...REPORT, usage: { inputTokens: 1 } } })),
    { [REPORTS]: /in snake_case, and has inputTokens: 1/ },
  ],
  [
    "reports no list",
    butThen(() => ({ report: { ...REPORT, applied: ["resize"] } })),
    { [REPORTS]: /report\.applied has to be a list of operation and detail/ },
  ],
  [
    "costs less than nothing",
    butThen(() => ({ cost: -1 })),
    { [REPORTS]: /US dollars, from 0 up, and is -1/ },
  ],
  [
    "has done more than all of it",
    butThen(({ progress }) => progress(50)),
    { "tells its progress from 0 to 1": /numbers from 0 to 1, and got 50/ },
  ],
  [
    "leaves a temporary file",
    butThen(temporaryFile),
    { "leaves no file behind": /after a run that ended well, .*tmpdir>.left/ },
  ],
  [
    "leaves a file in the working directory",
    butThen(() => writeFileSync(BESIDE, "")),
    { "leaves no file behind": /<working directory>.left-by-/ },
  ],
  [
    "works though it was aborted",
    {
      run: async (task, context) => {
        if (!context.signal.aborted) return SOUND.run(task, context);
        return RESULT;
      },
    },
    { [BEFOREHAND]: /aborted before it began has to reject and to make nothing, and it ended with 1 files/ },
  ],
  [
    "ends well though it was aborted in the middle",
    {
      run: async (task, context) => {
        context.signal.throwIfAborted();
        return SOUND.run(task, context).catch((error) => {
          if (context.signal.aborted) return RESULT;
          throw error;
        });
      },
    },
    { [MIDDLE]: /aborted in the middle has to reject/ },
  ],
  [
    "keeps a file after it was aborted",
    {
      run: async (task, context) => {
        context.signal.throwIfAborted();
        context.signal.addEventListener("abort", () => void context.keep(FILE).catch(() => {}));
        return SOUND.run(task, context);
      },
    },
    { [MIDDLE]: /may keep nothing any more, and it kept 1 files/ },
  ],
  [
    "leaves a file when it is aborted",
    {
      run: async (task, context) => {
        context.signal.throwIfAborted();
        context.signal.addEventListener("abort", temporaryFile);
        return SOUND.run(task, context);
      },
    },
    { [MIDDLE]: /may leave no file behind, and left .*left/ },
  ],
  [
    "words the guard's error anew",
    {
      run: (task, context) =>
        SOUND.run(task, context).catch((error) => {
          throw new Error(`no picture: ${error.message}`);
        }),
    },
    {
      "blames the caller for media that is something else": /EngineError with the fault input.*no picture/s,
      "blames the caller for media that cannot be reached": /EngineError with the fault input.*no picture/s,
    },
  ],
  [
    "goes on without a picture",
    {
      run: (task, context) =>
        SOUND.run(task, context).catch((error) => {
          if (EngineError.isInstance(error)) return RESULT;
          throw error;
        }),
    },
    {
      "blames the caller for media that is something else": /and ended well/,
      "blames the caller for media that cannot be reached": /and ended well/,
    },
  ],
  [
    "logs a secret",
    butThen(({ log }) => log.info({ headers: { authorization: `Bearer ${SECRET}` } }, "calling")),
    { [SECRETS]: /^A log line may not tell a secret, and does: .*Bearer <here>/ },
  ],
  [
    "logs the media",
    butThen(({ log }) => log.debug?.({ images: INPUT.images }, "calling")),
    { [SECRETS]: /^A log line may not tell the input/ },
  ],
  [
    "reports a secret",
    butThen(() => ({ report: { ...REPORT, applied: [{ operation: "call", detail: SECRET }] } })),
    { [SECRETS]: /^The report may not tell a secret/ },
  ],
])("an engine that %s is found out", async (_, parts, expected) => {
  const problems = await problemsOf(parts);
  expect(Object.keys(problems)).toEqual(Object.keys(expected));
  for (const [name, message] of Object.entries(expected)) expect(problems[name]).toMatch(message);
});

test("an engine that is told to stop and does not is found out after the grace that a server gives", async () => {
  const clock = manualClock();
  const hanging: Partial<Engine> = {
    run: async (_, { signal }) => {
      signal.throwIfAborted();
      return new Promise(() => {});
    },
  };
  const options = { engine: () => ({ ...SOUND, ...hanging }), runs: [RUN], clock };
  const check = engineChecks(options).find(({ name }) => name.endsWith(MIDDLE));
  const checking = check?.run().catch((error) => error.message);
  await until(() => clock.pending > 0);
  clock.advance(4999);
  expect(clock.pending).toBe(1);
  clock.advance(1);
  expect(await checking).toMatch(/aborted in the middle has to reject within 5 seconds, and did not/);
});

describe("a fault that is arranged", () => {
  let isDown = false;
  const failing = (error: () => unknown): Partial<Engine> => ({
    run: async (task, context) => {
      const result = await SOUND.run(task, context);
      if (isDown) throw error();
      return result;
    },
  });
  const problemsWith = (error: () => unknown) =>
    problemsOf(failing(error), {
      faults: [
        {
          name: "the service is down",
          arrange() {
            isDown = true;
          },
          restore() {
            isDown = false;
          },
          fault: "transient",
          code: "down",
        },
      ],
    });
  const DOWN = "says what it is when the service is down: transient, down";
  const honest = (cause?: unknown) => new EngineError("transient", "It is down.", { code: "down", cause });

  test("passes where it is classified as it should be, and is restored", async () => {
    expect(await problemsWith(honest)).toEqual({});
    expect(isDown).toBe(false);
  });

  test.each<[string, () => unknown, RegExp]>([
    ["unclassified", () => new TypeError("down"), /EngineError with the fault transient.*TypeError: down/s],
    ["of another fault", () => new EngineError("final", "down"), /and failed with final, undefined: down/],
    [
      "without the code",
      () => new EngineError("transient", "down"),
      /the code down, and failed with transient/,
    ],
    ["without words", () => new EngineError("transient", " ", { code: "down" }), /has to say in words/],
    [
      "with a file left behind",
      () => {
        temporaryFile();
        return honest();
      },
      /after a run that failed, .*left/,
    ],
  ])("is found out where it is %s", async (_, error, message) => {
    expect(await problemsWith(error)).toEqual({ [DOWN]: expect.stringMatching(message) });
  });

  test("is found out where its error tells a secret, however deep", async () => {
    const problems = await problemsWith(() => honest(new Error("401", { cause: { key: SECRET } })));
    expect(problems).toEqual({
      [SECRETS]: expect.stringMatching(/^The error may not tell a secret.*<here>/s),
    });
    expect(JSON.stringify(problems)).not.toContain(SECRET);
  });
});

test("a run that is over before its middle is found out", async () => {
  const problems = await problemsOf({}, { whileRunning: () => new Promise(() => {}) });
  expect(problems).toEqual({ [MIDDLE]: expect.stringMatching(/ended before whileRunning resolved/) });
});

test("a run is observed once, and its engine closed", async () => {
  let [opened, closed] = [0, 0];
  const engine = async () => {
    opened++;
    return { ...SOUND, close: async () => void closed++ };
  };
  for (const { run } of engineChecks({ engine, runs: [RUN] })) await run();
  // To ask what it serves; the run, aborted beforehand, aborted in the middle, and with two kinds of media that are none.
  expect([opened, closed]).toEqual([6, 6]);
});

test("the folder for temporary files is what it was, and the kit leaves nothing in it", async () => {
  const before = [tmpdir(), readdirSync(tmpdir()).filter((name) => name.startsWith("engine-kit-"))];
  await problemsOf(butThen(temporaryFile));
  expect([tmpdir(), readdirSync(tmpdir()).filter((name) => name.startsWith("engine-kit-"))]).toEqual(before);
});

test("without a run there is nothing to check", () => {
  expect(() => engineChecks({ engine: () => SOUND, runs: [] })).toThrow("at least one run");
});
