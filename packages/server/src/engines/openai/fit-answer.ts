import type { AppliedOperation, FetchedMedia, IgnoredInstruction } from "../engine.js";
import { fitPicture } from "../fit-picture.js";
import type { Size } from "../sizes.js";

export interface FittedAnswer extends FetchedMedia {
  readonly applied: readonly AppliedOperation[];
  readonly ignored: readonly IgnoredInstruction[];
}

/** OpenAI's picture, as it was asked for. Another one is paid for as well: it is made to fit, and where that fails it is given as it is. */
export async function fitAnswer(picture: FetchedMedia, size: Size, mediaType: string): Promise<FittedAnswer> {
  try {
    const { resized, converted, ...fitted } = await fitPicture(picture, size, mediaType);
    const changes = [resized, converted].filter((change) => change !== undefined);
    const [from, to] = [changes.map(({ from }) => from).join(", "), changes.map(({ to }) => to).join(", ")];
    const detail = `OpenAI answered with a picture of ${from}; it was made ${to}.`;
    const applied = changes.length > 0 ? [{ operation: resized ? "resize" : "convert", detail }] : [];
    return { ...fitted, applied, ignored: [] };
  } catch {
    const wanted = `${size.width} × ${size.height}, ${mediaType}`;
    const reason = `OpenAI answered with a picture of ${picture.mediaType} that could not be made ${wanted}; it is given as it is.`;
    return { ...picture, applied: [], ignored: [{ instruction: "resolution", reason }] };
  }
}
