import { type Refusal, refuse } from "./refusal.js";

const JSON_TYPE = /^application\/json(;|$)/i;

/**
 * The body of a submit, as it came. A JSON object under the type of one, so that no form of a foreign page passes for it.
 * @throws Refusal where it is none, or too large; nothing is read beyond the limit
 */
export async function readJsonBody(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (!JSON_TYPE.test(request.headers.get("content-type") ?? "")) {
    throw refuse(
      "malformedBody",
      "The body must be JSON, and Content-Type application/json. Nothing was passed on.",
    );
  }
  const bytes = await readBytes(limited(request, maxBytes));
  if (!isJsonObject(bytes)) {
    throw refuse(
      "malformedBody",
      "The body must be a JSON object, the model's input. Nothing was passed on.",
    );
  }
  return bytes;
}

/**
 * A body that fails with a refusal where it is longer than the limit, or breaks.
 * @param onFailure hears of that at once: whoever sends the body on may be waiting for something else
 * @throws Refusal where that is known before a byte is read
 */
export function limited(
  request: Request,
  maxBytes: number,
  onFailure: (refusal: Refusal) => void = () => {},
): ReadableStream<Uint8Array> {
  const tooLarge = () =>
    refuse(
      "tooLarge",
      `The body is larger than the ${maxBytes} bytes that this application takes. Nothing was accepted.`,
    );
  if (request.bodyUsed) {
    throw refuse(
      "notPassedOn",
      "The body was read before it came to the proxy: mount the proxy before whatever parses bodies. Nothing was passed on.",
      0,
    );
  }
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) {
    request.body?.cancel().catch(() => {});
    throw tooLarge();
  }
  const reader = request.body?.getReader();
  let length = 0;
  const fail = (controller: ReadableStreamDefaultController, refusal: Refusal) => {
    controller.error(refusal);
    onFailure(refusal);
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value } = (await reader?.read()) ?? {};
          if (!value) return controller.close();
          length += value.length;
          if (length <= maxBytes) return controller.enqueue(value);
          reader?.cancel().catch(() => {});
          fail(controller, tooLarge());
        } catch {
          fail(controller, refuse("callerLeft", "The body broke off. Nothing was accepted."));
        }
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** All bytes of a stream. */
export async function readBytes(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value } = await reader.read();
    if (!value) break;
    chunks.push(value);
    length += value.length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function isJsonObject(bytes: Uint8Array): boolean {
  try {
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return Object(value) === value && !Array.isArray(value);
  } catch {
    return false;
  }
}
