import { bytesOf } from "../signing/hmac.js";
import { WebhookError } from "./webhook-error.js";

/** A body as it arrived: before anything parses it. */
export type RawBody = string | Uint8Array | ArrayBuffer;

/** The bytes of a body that somebody has read already. */
export function rawBytes(body: unknown, maxBytes: number): Uint8Array<ArrayBuffer> {
  let bytes: Uint8Array<ArrayBuffer>;
  if (typeof body === "string") bytes = bytesOf(body);
  else if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) bytes = copy(body);
  else {
    throw new WebhookError(
      "body_not_raw",
      `The body is ${body === null ? "null" : `of type ${typeof body}`}, not the text or the bytes that arrived. Pass it as it was received, before anything parses it.`,
    );
  }
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

function copy(body: ArrayBuffer | ArrayBufferView): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    body instanceof ArrayBuffer ? body : new Uint8Array(body.buffer, body.byteOffset, body.byteLength),
  );
}

/** The bytes of a request's body, no more of which are read than are allowed. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (request.bodyUsed) {
    throw new WebhookError(
      "body_not_raw",
      "The request's body has been read. Verify before anything reads it, or pass `{ headers, body }` with the text that was read.",
    );
  }
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) break;
    length += value.length;
    if (length > maxBytes) {
      reader?.cancel().catch(() => {});
      throw tooLarge(maxBytes);
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

const tooLarge = (maxBytes: number) =>
  new WebhookError("too_large", `The body is larger than ${maxBytes} bytes (\`maxBytes\`).`);
