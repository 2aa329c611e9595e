import sharp from "sharp";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { engineContext } from "../../testing/engines.js";
import { createOpenAIEngine } from "./index.js";
import { answerJson, answerPicture, neverAnswer, pictureOf, USAGE } from "./testing/behaviours.js";
import { bytesOf, EDIT, openAISuite, PROMPT, TEXT_TO_IMAGE } from "./testing/openai-suite.js";
import { FAKE_KEY } from "./testing/problems.js";

const suite = openAISuite();

describe("a call of OpenAI", () => {
  test("for an edit has each picture byte for byte, in its order, with its name and type", async () => {
    const formats = ["png", "jpeg", "webp", "png", "jpeg", "webp", "png", "jpeg", "webp", "png"];
    const pictures = await Promise.all(formats.map((format, index) => pictureOf(60 + index, 40, format)));
    const media = Object.fromEntries(
      pictures.map((bytes, index) => [`data:,${index}`, { bytes, mediaType: `image/${formats[index]}` }]),
    );
    const images = Object.keys(media);
    await suite.run({ modelId: EDIT, input: { images, quality: "high", output_format: "webp" }, media });
    expect(suite.openai.calls).toHaveLength(1);
    const [call] = suite.openai.calls;
    expect(call?.path).toBe("/v1/images/edits");
    expect(call?.headers.authorization).toBe(`Bearer ${FAKE_KEY}`);
    expect(call?.headers["x-client-request-id"]).toBe("r-1-1");
    expect(call?.fields).toEqual([
      ["model", "gpt-image-2"],
      ["prompt", PROMPT],
      ["n", "1"],
      ["size", "1248x832"],
      ["quality", "high"],
      ["output_format", "webp"],
    ]);
    const extension = (format: string) => (format === "jpeg" ? "jpg" : format);
    expect(call?.files.map(({ field, name, type }) => ({ field, name, type }))).toEqual(
      formats.map((format, index) => ({
        field: "image[]",
        name: `image-${index + 1}.${extension(format)}`,
        type: `image/${format}`,
      })),
    );
    expect(call?.files.map(({ bytes }, index) => bytes.equals(pictures[index] as Buffer))).toEqual(
      formats.map(() => true),
    );
  });

  test("leaves out what the caller has left out, but for the exact size", async () => {
    await suite.run();
    expect(suite.openai.calls.map(({ path, fields, files }) => ({ path, fields, files }))).toEqual([
      {
        path: "/v1/images/generations",
        fields: [
          ["model", "gpt-image-2"],
          ["prompt", PROMPT],
          ["n", "1"],
          ["size", "1024x1024"],
        ],
        files: [],
      },
    ]);
  });

  test.each([
    ["openai/gpt-image-2/text-to-image", "gpt-image-2", "1024x1024"],
    ["openai/gpt-image-2.5/flare/text-to-image", "gpt-image-2.5-flare", "1024x1024"],
    ["openai/gpt-image-2.5/sunburst/text-to-image", "gpt-image-2.5-sunburst", "1360x768"],
    ["openai/gpt-image-2/edit", "gpt-image-2", "832x1248"],
    ["openai/gpt-image-2.5/flare/edit", "gpt-image-2.5-flare", "880x1184"],
    ["openai/gpt-image-2.5/sunburst/edit", "gpt-image-2.5-sunburst", "1024x1024"],
  ])("for %s asks %s for %s, with a picture that EXIF turns upright", async (modelId, model, size) => {
    const turned = sharp(await pictureOf(60, 40, "jpeg")).withMetadata({ orientation: 6 });
    const media = { "data:,": { bytes: await turned.toBuffer(), mediaType: "image/jpeg" } };
    const images = modelId.endsWith("/edit") ? { images: ["data:,"] } : {};
    await suite.run({ modelId, input: { ...images, quality: "low" }, media });
    expect(suite.openai.calls[0]?.fields).toEqual(
      expect.arrayContaining([
        ["model", model],
        ["size", size],
      ]),
    );
  });

  test("asks for another model where the server's owner says so", async () => {
    const modelNames = { "openai/gpt-image-2": "gpt-image-2.5-flare" };
    await suite.run({ options: { modelNames } });
    expect(suite.openai.calls[0]?.fields[0]).toEqual(["model", "gpt-image-2.5-flare"]);
  });

  test("is remembered by the name that OpenAI is told, before it leaves", async () => {
    const remembered: unknown[] = [];
    const remember = async (reference: string) => void remembered.push([reference, suite.openai.begun]);
    await suite.run({ context: { remember } });
    expect(remembered).toEqual([["r-1-1", 0]]);
    expect(suite.openai.begun).toBe(1);
  });
});

describe("OpenAI's picture", () => {
  test("of the right size and format is given byte for byte, with what was counted", async () => {
    const result = await suite.run({ input: { output_format: "jpeg", aspect_ratio: "16:9" } });
    expect(bytesOf(result)).toEqual(await pictureOf(1360, 768, "jpeg"));
    expect(result).toMatchObject({
      files: [{ kind: "image", mediaType: "image/jpeg" }],
      report: {
        engine: "openai",
        applied: [
          { operation: "generate", detail: "Made a picture with OpenAI's gpt-image-2, at 1360×768." },
        ],
        ignored: [],
        usage: {
          input_tokens: 530,
          input_image_tokens: 512,
          input_text_tokens: 18,
          output_tokens: 1584,
          total_tokens: 2114,
        },
      },
      cost: undefined,
    });
  });

  test.each([
    ["size", { width: 1536, height: 1024 }, "resize", "1536 × 1024; it was made 1024 × 1024"],
    ["format", { format: "webp" as const }, "convert", "image/webp; it was made image/png"],
    [
      "size and format",
      { width: 1536, height: 1024, format: "webp" as const },
      "resize",
      "1536 × 1024, image/webp; it was made 1024 × 1024, image/png",
    ],
  ])(
    "of another %s is made what was asked for, and the report says so",
    async (_, picture, operation, words) => {
      suite.openai.behave(answerPicture(picture));
      const result = await suite.run();
      expect(result.files).toMatchObject([{ mediaType: "image/png" }]);
      expect(await sharp(bytesOf(result)).metadata()).toMatchObject({
        format: "png",
        width: 1024,
        height: 1024,
      });
      const detail = `OpenAI answered with a picture of ${words}.`;
      expect(result.report.applied.slice(1)).toEqual([{ operation, detail }]);
    },
  );

  test("that can be made nothing else is given as it is, since it is paid for", async () => {
    const whole = await pictureOf(600, 400, "png");
    const half = whole.subarray(0, 60);
    suite.openai.behave(answerJson(JSON.stringify({ data: [{ b64_json: half.toString("base64") }] })));
    const result = await suite.run();
    expect(bytesOf(result)).toEqual(Buffer.from(half));
    expect(result.report.ignored).toEqual([
      {
        instruction: "resolution",
        reason: expect.stringMatching(/could not be made 1024 × 1024, image\/png; it is given as it is/),
      },
    ]);
    expect(result.report).not.toHaveProperty("usage");
  });

  test("has a cost where the service says so", async () => {
    suite.openai.behave(answerPicture({ usage: { ...USAGE, cost: 0.053 } }));
    const { cost, report } = await suite.run();
    expect(cost).toBe(0.053);
    expect(report.usage).not.toHaveProperty("cost");
  });
});

describe("the key", () => {
  test("that the caller brings along pays, before the server's own", async () => {
    const asked: string[] = [];
    const providerKey = async (provider: string) => {
      asked.push(provider);
      return FAKE_KEY;
    };
    withVariables({ OPENAI_ORG_ID: "org-server", OPENAI_PROJECT_ID: "proj_server" });
    await suite.run({ options: { apiKey: "sk-other" }, context: { providerKey } });
    expect(asked).toEqual(["openai"]);
    expect(suite.openai.calls[0]?.headers).not.toHaveProperty("openai-organization");
    expect(suite.openai.calls[0]?.headers).not.toHaveProperty("openai-project");
  });

  test("and the place of the server's environment are read when they are needed", async () => {
    const engine = createOpenAIEngine();
    withVariables({
      OPENAI_API_KEY: FAKE_KEY,
      OPENAI_BASE_URL: suite.openai.url,
      OPENAI_ORG_ID: "org-server",
    });
    const context = engineContext({ providerKey: async () => undefined, remember: async () => {} });
    await engine.run({ requestId: "r", modelId: TEXT_TO_IMAGE, input: { prompt: "x" }, attempt: 1 }, context);
    expect(suite.openai.calls[0]?.headers["openai-organization"]).toBe("org-server");
  });

  test("that nobody has is missed before anything is fetched or called", async () => {
    withVariables({ OPENAI_API_KEY: undefined });
    expect(await suite.failureOf({ options: { apiKey: undefined } })).toMatchObject({
      fault: "final",
      code: "no_provider_key",
      message: expect.stringMatching(/nothing was done or charged.*OPENAI_API_KEY.*--provider-key/),
    });
    expect(suite.openai.begun).toBe(0);
  });

  test.each(["sk-proj-wrong0123456789WXYZ", "another-kind-of-key-QRST"])(
    "is in no message, in whole or in part: %s",
    async (apiKey) => {
      const error = await suite.failureOf({ options: { apiKey } });
      expect(error).toMatchObject({ fault: "final", code: "provider_auth" });
      expect(error.message).toContain("Incorrect API key provided: … You can find your API key at");
      expect(error.message).not.toMatch(/WXYZ|QRST|sk-|anothe/);
    },
  );

  test("that no header can carry is told without it", async () => {
    const error = await suite.failureOf({ options: { apiKey: "sk-one\nsk-two" } });
    expect(error).toMatchObject({ fault: "final", code: "provider_auth" });
    expect(error.message).toMatch(/nothing was done or charged/);
    expect(error.message).not.toMatch(/sk-/);
    expect(suite.openai.begun).toBe(0);
  });
});

test("nothing is printed, however talkative the environment wants the SDK to be", async () => {
  withVariables({ OPENAI_LOG: "debug" });
  const printed = (["log", "debug", "info", "warn", "error"] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => {}),
  );
  onTestFinished(() => void vi.restoreAllMocks());
  await suite.run();
  await suite.failureOf({ options: { apiKey: "sk-wrong" } });
  expect(printed.flatMap(({ mock }) => mock.calls)).toEqual([]);
});

/** Sets variables of the environment for one test. */
function withVariables(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables)) {
    const before = process.env[name];
    const set = (text: string | undefined) => {
      if (text === undefined) delete process.env[name];
      else process.env[name] = text;
    };
    set(value);
    onTestFinished(() => set(before));
  }
}

describe("an abort", () => {
  test("after the call has left is not known to be free", async () => {
    suite.openai.behave(neverAnswer);
    const aborter = new AbortController();
    const arrival = suite.openai.arrival();
    const running = suite.failureOf({ context: { signal: aborter.signal } });
    await arrival;
    const reason = new Error("the run took too long");
    aborter.abort(reason);
    expect(await running).toMatchObject({
      fault: "unknown",
      cause: reason,
      message: expect.stringMatching(/stopped while OpenAI was at work.*charged/),
    });
  });

  test("before the call leaves is an abort and nothing else", async () => {
    const aborter = new AbortController();
    const reason = new Error("the server is shutting down");
    const remember = async () => aborter.abort(reason);
    expect(await suite.failureOf({ context: { signal: aborter.signal, remember } })).toBe(reason);
    expect(suite.openai.begun).toBe(0);
  });
});

test("only its models are served, and no run is free to repeat", () => {
  const engine = createOpenAIEngine();
  const served = (modelId: string) => engine.serves(modelId);
  expect(engine).toMatchObject({ name: "openai", repeatable: false });
  expect([EDIT, TEXT_TO_IMAGE, "openai/gpt-image-2.5/flare/edit"].filter(served)).toHaveLength(3);
  expect(
    ["openai/gpt-image-2", "openai/gpt-image-2/inpaint", "openai/gpt-image-2.5/edit", "toString/edit"].filter(
      served,
    ),
  ).toEqual([]);
});
