import { afterAll, afterEach, beforeAll } from "vitest";
import { engineContext } from "../../../testing/engines.js";
import type { EngineContext, EngineFile, EngineResult, FetchedMedia } from "../../engine.js";
import { createOpenAIEngine, type OpenAIEngineOptions } from "../index.js";
import { type FakeOpenAI, fakeOpenAI } from "./fake-openai.js";
import { FAKE_KEY } from "./problems.js";

export const EDIT = "openai/gpt-image-2/edit";
export const TEXT_TO_IMAGE = "openai/gpt-image-2/text-to-image";
export const PROMPT = "a lighthouse, “at dusk”\r\n--and a dash";

/** A run of the engine; what is left out is in order. */
export interface Run {
  /** @default {@link TEXT_TO_IMAGE} */
  readonly modelId?: string;
  /** Beside the prompt. */
  readonly input?: Record<string, unknown>;
  /** What the URIs of the input lead to. */
  readonly media?: Record<string, FetchedMedia>;
  readonly options?: OpenAIEngineOptions;
  readonly context?: Partial<EngineContext>;
}

export interface OpenAISuite {
  readonly openai: FakeOpenAI;
  run(run?: Run): Promise<EngineResult>;
  /** What a run throws. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of an error, it says by an assertion.
  failureOf(run?: Run): Promise<any>;
}

/** Gives the tests of a file one stand-in for OpenAI, which is well again after each. */
export function openAISuite(): OpenAISuite {
  let openai: FakeOpenAI;
  beforeAll(async () => {
    openai = await fakeOpenAI();
  });
  afterEach(() => openai.reset());
  afterAll(() => openai.close());

  async function run({ modelId = TEXT_TO_IMAGE, input, media = {}, options, context }: Run = {}) {
    const engine = createOpenAIEngine({ apiKey: FAKE_KEY, baseUrl: openai.url, ...options });
    return engine.run(
      { requestId: "r-1", modelId, input: { prompt: PROMPT, ...input }, attempt: 1 },
      engineContext({
        fetchMedia: async (uri) => media[uri] as FetchedMedia,
        providerKey: async () => undefined,
        remember: async () => {},
        ...context,
      }),
    );
  }

  return {
    get openai() {
      return openai;
    },
    run,
    failureOf: (given) => run(given).catch((error) => error),
  };
}

/** The bytes of a result's only file. */
export function bytesOf({ files }: EngineResult): Buffer {
  return Buffer.from((files[0] as EngineFile).data as Uint8Array);
}
