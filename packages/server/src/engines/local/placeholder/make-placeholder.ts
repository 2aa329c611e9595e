import type { JobResult } from "../job.js";
import { encodePicture } from "../picture/codec.js";
import { drawCard } from "./card/card.js";
import { imageFacts, inWords } from "./facts.js";
import type { AudioOrder, ImageOrder, PlaceholderOrder } from "./order/order.js";
import { mp3File } from "./sound/mp3.js";
import { melodySamples, wavFile } from "./sound/wav.js";
import { makeVideo } from "./video.js";

/** What a file says of itself where a program looks for a comment. */
const COMMENT = "PLACEHOLDER - made by the local engine of Model API, not by a model";

/** Makes what was ordered. The same order always gives the same bytes. Blocks its thread, for about a second at most where it is one video. */
export async function makePlaceholder(order: PlaceholderOrder): Promise<JobResult> {
  const data = await makeFile(order, 0);
  const others: Uint8Array[] = [];
  for (let index = 1; index < order.count; index++) others.push(await makeFile(order, index));
  const applied = [{ operation: "placeholder", detail: inWords(order) }];
  return { data, ...(others.length > 0 && { others }), applied, ignored: order.ignored };
}

async function makeFile(order: PlaceholderOrder, index: number): Promise<Uint8Array> {
  switch (order.kind) {
    case "image":
      return makeImage(order, index);
    case "video":
      return makeVideo(order, index, COMMENT);
    case "audio":
      return makeAudio(order);
  }
}

function makeImage(order: ImageOrder, index: number): Promise<Uint8Array> {
  const { canvas } = drawCard(order.size, { ...order, facts: imageFacts(order, index) });
  const rgba = canvas.data();
  const data = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3)
    data.set(rgba.subarray(from, from + 3), to);
  return encodePicture({ ...order.size, data }, order.format);
}

function makeAudio({ duration, container, sampleRate, channels, modelId }: AudioOrder): Uint8Array {
  const melody = { duration };
  const comment = `${COMMENT} (${modelId})`;
  if (container === "mp3") return mp3File(melody, sampleRate, comment);
  const pcm = { sampleRate, channels };
  const samples = melodySamples(melody, pcm);
  return container === "pcm" ? samples : wavFile(samples, pcm, comment);
}
