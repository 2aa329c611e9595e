import type { EngineContext } from "../../../engine.js";
import { readDuration } from "./duration.js";
import type { Model } from "./field-meanings.js";
import { imageFormat, soundFormat, videoFormat } from "./format.js";
import type { PlaceholderOrder } from "./order.js";
import { createRequestReader } from "./request-reader.js";
import { readSize } from "./size.js";
import { createSources } from "./sources.js";

const FRAMES_PER_SECOND = 24;
const MOST_FRAMES_PER_SECOND = 60;
/** An output has room for one sound. */
const MOST_FILES = 16;

/**
 * Reads what a placeholder has to be like. Of the files that the input names it fetches the first picture or video, and only where a size or
 * a length follows from it. Throws as `fetchMedia` does.
 */
export async function readOrder(
  model: Model,
  input: Readonly<Record<string, unknown>>,
  context: Pick<EngineContext, "fetchMedia">,
): Promise<PlaceholderOrder> {
  const kind = model.metadata.output_kind ?? "image";
  const reader = createRequestReader(model, input);
  const sources = createSources(model, input, reader, context);
  const prompt = reader
    .all("words")
    .map(({ value }) => String(value))
    .join("\n");
  const common = {
    modelId: model.metadata.model_id,
    prompt,
    count: reader.number("count", kind === "audio" ? 1 : MOST_FILES) ?? 1,
  };
  const format = reader.all("format")[0];
  const asked = format && String(format.value);
  const madeInstead = ({ instead, container }: { instead?: string; container: string }): void => {
    if (format && instead !== undefined)
      reader.note(format.name, `${instead} is not made here; it is made as ${container}`);
  };
  switch (kind) {
    case "image": {
      const made = imageFormat(asked);
      madeInstead(made);
      const size = await readSize(kind, model, reader, sources);
      return { kind, ...common, size, format: made.container, ignored: reader.ignored(kind) };
    }
    case "video": {
      madeInstead(videoFormat(asked));
      const size = await readSize(kind, model, reader, sources);
      const framesPerSecond = reader.number("rate", MOST_FRAMES_PER_SECOND) ?? FRAMES_PER_SECOND;
      const duration = await readDuration({ kind, model, reader, sources, framesPerSecond, words: prompt });
      const sound = reader.all("sound").some(({ value }) => value === true);
      return { kind, ...common, size, duration, framesPerSecond, sound, ignored: reader.ignored(kind) };
    }
    case "audio": {
      const { container, instead, ...pcm } = soundFormat(
        asked,
        Number(reader.all("sampleRate")[0]?.value) || undefined,
      );
      madeInstead({ container, ...(instead !== undefined && { instead }) });
      const duration = await readDuration({ kind, model, reader, sources, words: prompt });
      return { kind, ...common, duration, container, ...pcm, ignored: reader.ignored(kind) };
    }
  }
}
