/** The `openai` engine: the real models, through OpenAI's Images API, with a key that pays for each picture. */

import { installedCatalog } from "../../catalog.js";
import {
  type Engine,
  type EngineContext,
  EngineError,
  type EngineResult,
  type EngineTask,
} from "../engine.js";
import { followsFirstPicture, sizeOfOutput, uprightSize } from "../sizes.js";
import { readAnswer } from "./answer.js";
import { type Call, callOpenAI } from "./call.js";
import { noPicture, readFailure } from "./failures.js";
import { fitAnswer } from "./fit-answer.js";
import { openLine } from "./line.js";
import { MODEL_NAMES, readModelId } from "./models.js";
import { findKey } from "./provider-key.js";

export interface OpenAIEngineOptions {
  /** Pays for callers who bring no key of their own. @default `OPENAI_API_KEY`, read at each run */
  readonly apiKey?: string | undefined;
  /** A service that speaks like OpenAI. @default `OPENAI_BASE_URL`, else `https://api.openai.com/v1` */
  readonly baseUrl?: string | undefined;
  /** What OpenAI calls models, where it is not what this package knows, e.g. `{ "openai/gpt-image-2": "gpt-image-2-2026-04-21" }`. */
  readonly modelNames?: Readonly<Record<string, string>>;
}

export function createOpenAIEngine(options: OpenAIEngineOptions = {}): Engine {
  const names = { ...MODEL_NAMES, ...options.modelNames };
  return {
    name: "openai",
    repeatable: false,
    // Fewer than one that only waits: each run holds its pictures in memory.
    concurrency: 16,
    serves: (modelId) => readModelId(modelId, names) !== undefined,
    async run(task, context) {
      context.signal.throwIfAborted();
      const key = await findKey(context, options.apiKey);
      const { call, mediaType } = await prepare(task, context, names);
      // Whoever asks OpenAI what has become of a call needs its name.
      await context.remember(call.reference);
      context.signal.throwIfAborted();
      const line = openLine();
      const began = context.clock.now();
      const answered = await callOpenAI(call, {
        key,
        line,
        baseUrl: options.baseUrl,
        signal: context.signal,
      }).catch((error) => {
        const { signal, clock } = context;
        throw readFailure(error, { line, key, signal, now: clock.now(), reference: call.reference });
      });
      const answer = await readAnswer(answered);
      context.log.info(
        { model: call.model, ms: context.clock.now() - began, usage: answer?.usage },
        "OpenAI has answered",
      );
      if (!answer) throw noPicture(call.reference);
      return resultOf(call, answer, mediaType);
    },
  };
}

/** Fetches what the call needs, and makes the size that the request has. */
async function prepare(
  { requestId, modelId, input, attempt }: EngineTask,
  context: EngineContext,
  names: Readonly<Record<string, string>>,
): Promise<{ call: Call; mediaType: string }> {
  const model = readModelId(modelId, names);
  const { inputSchema } = (await installedCatalog.load(modelId)) ?? {};
  if (!model || !inputSchema) throw new EngineError("final", `The openai engine does not serve ${modelId}.`);
  const uris = model.task === "edit" ? (input.images as readonly string[]) : [];
  const images = await Promise.all(uris.map((uri) => context.fetchMedia(uri, "image")));
  const [first] = images;
  const isMeasured = first && followsFirstPicture(inputSchema, input);
  const shape = isMeasured ? await uprightSize(first.bytes, "images[0]") : undefined;
  const { quality, output_format: outputFormat } = input;
  const call: Call = {
    model: model.name,
    prompt: String(input.prompt),
    images,
    size: sizeOfOutput(inputSchema, input, shape),
    ...(quality !== undefined && { quality: String(quality) }),
    ...(outputFormat !== undefined && { outputFormat: String(outputFormat) }),
    reference: `${requestId}-${attempt}`,
  };
  return { call, mediaType: `image/${outputFormat ?? inputSchema.properties.output_format?.default}` };
}

async function resultOf(
  { model, images, size }: Call,
  { picture, usage, cost }: NonNullable<Awaited<ReturnType<typeof readAnswer>>>,
  mediaType: string,
): Promise<EngineResult> {
  const fitted = await fitAnswer(picture, size, mediaType);
  const asked = `with OpenAI's ${model}, at ${size.width}×${size.height}`;
  const done =
    images.length === 0
      ? { operation: "generate", detail: `Made a picture ${asked}.` }
      : {
          operation: "edit",
          detail: `Edited ${images.length === 1 ? "a picture" : `${images.length} pictures`} ${asked}.`,
        };
  return {
    files: [{ kind: "image", mediaType: fitted.mediaType, data: fitted.bytes }],
    report: {
      engine: "openai",
      applied: [done, ...fitted.applied],
      ignored: fitted.ignored,
      ...(usage && { usage }),
    },
    cost,
  };
}
