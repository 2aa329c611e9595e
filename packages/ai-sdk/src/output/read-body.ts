import { OutputError, PassingFailure } from "./output-error.js";

/**
 * The bytes of an answer, as they are after decoding. Stops as soon as there are too many.
 * @throws OutputError where they are too many; PassingFailure where the connection breaks, or ends early
 */
export async function readBody(
  response: Response,
  maxBytes: number,
  url: string,
  touch: () => void,
): Promise<Uint8Array> {
  const tooLarge = () =>
    new OutputError(`it is larger than ${maxBytes} bytes, the most that is fetched; raise maxFileBytes`, url);
  const { body, headers } = response;
  const told = headers.get("content-encoding") ? null : headers.get("content-length");
  const length = told === null ? undefined : Number(told);
  if (length !== undefined && length > maxBytes) {
    await body?.cancel().catch(() => {});
    throw tooLarge();
  }
  const pieces: Uint8Array[] = [];
  let loaded = 0;
  const reader = body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw new PassingFailure("the connection broke", 0, error);
    });
    if (done) break;
    touch();
    loaded += value.byteLength;
    if (loaded > maxBytes) {
      await reader.cancel().catch(() => {});
      throw tooLarge();
    }
    pieces.push(value);
  }
  if (length !== undefined && loaded !== length)
    throw new PassingFailure(`${loaded} bytes came instead of ${length}`);
  return join(pieces, loaded);
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
