/** Placeholders for the models that the local engine cannot imitate, as the engine sees them. */

import type { EngineFile } from "../../engine.js";
import type { JobResult } from "../job.js";
import type { PlaceholderOrder } from "./order/order.js";

export { readOrder } from "./order/read-order.js";

/** `pcm` has no container, and no type that is registered for just any rate. */
const SOUND_TYPES = { wav: "audio/wav", mp3: "audio/mpeg", pcm: "audio/pcm" } as const;

/** The files that an order has been made into. */
export function placeholderFiles(order: PlaceholderOrder, { data, others = [] }: JobResult): EngineFile[] {
  return [data, ...others].map((data) => ({ kind: order.kind, mediaType: mediaTypeOf(order), data }));
}

function mediaTypeOf(order: PlaceholderOrder): string {
  switch (order.kind) {
    case "image":
      return `image/${order.format}`;
    case "video":
      return "video/mp4";
    case "audio":
      return SOUND_TYPES[order.container];
  }
}
