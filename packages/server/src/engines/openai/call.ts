import type { ImageEditParamsNonStreaming, ImageGenerateParamsNonStreaming } from "openai/resources/images";
import { extensionOf } from "../../media/media-types.js";
import type { FetchedMedia } from "../engine.js";
import type { Size } from "../sizes.js";
import type { Line } from "./line.js";
import type { ProviderKey } from "./provider-key.js";

/** One call of OpenAI's Images API. */
export interface Call {
  /** What OpenAI calls the model. */
  readonly model: string;
  readonly prompt: string;
  /** The pictures to edit; none for a picture from text. */
  readonly images: readonly FetchedMedia[];
  readonly size: Size;
  /** Left out where the caller has left it out. */
  readonly quality?: string;
  readonly outputFormat?: string;
  /** What OpenAI is to call the call, so that it can be asked for it. */
  readonly reference: string;
}

export interface CallOptions {
  readonly key: ProviderKey;
  /** @default `OPENAI_BASE_URL`, else OpenAI's own */
  readonly baseUrl?: string | undefined;
  readonly line: Line;
  readonly signal: AbortSignal;
}

/** The longest that a timer runs, in milliseconds: how long a call may take, the signal says. */
const NO_TIMEOUT = 2 ** 31 - 1;

/** What OpenAI has answered, as it is; throws what the SDK throws. */
export async function callOpenAI(call: Call, { key, baseUrl, line, signal }: CallOptions): Promise<unknown> {
  // Loaded here, so that a server that uses another engine never loads it.
  const { OpenAI } = await import("openai");
  const client = new OpenAI({
    apiKey: key.secret,
    adminAPIKey: null,
    baseURL: baseUrl,
    // The organization of the server's environment is not that of a caller's key.
    ...(key.isCallers && { organization: null, project: null }),
    // A repeat may be paid twice; whether one is free, the server decides.
    maxRetries: 0,
    timeout: NO_TIMEOUT,
    // At its most talkative the SDK logs prompts.
    logLevel: "off",
    fetch: line.fetch,
  });
  const { model, prompt, images, size, quality, outputFormat, reference } = call;
  const fields = {
    model,
    prompt,
    n: 1,
    size: `${size.width}x${size.height}`,
    ...(quality !== undefined && { quality }),
    ...(outputFormat !== undefined && { output_format: outputFormat }),
  };
  const options = { signal, headers: { "x-client-request-id": reference } };
  // The SDK's types know fewer qualities than the models do.
  if (images.length === 0) return client.images.generate(fields as ImageGenerateParamsNonStreaming, options);
  const form = { ...fields, image: images.map(fileOf) };
  return client.images.edit(form as ImageEditParamsNonStreaming, options);
}

function fileOf({ bytes, mediaType }: FetchedMedia, index: number): File {
  const name = `image-${index + 1}.${extensionOf(mediaType) ?? "bin"}`;
  return new File([bytes as Uint8Array<ArrayBuffer>], name, { type: mediaType });
}
