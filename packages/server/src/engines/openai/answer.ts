import { sniff } from "../../media/sniff.js";
import type { FetchedMedia } from "../engine.js";

/** What is read out of an answer of the Images API. */
export interface Answer {
  readonly picture: FetchedMedia;
  /** What OpenAI has counted, e.g. `{ input_tokens: 512, input_image_tokens: 500 }`; undefined where it says nothing. */
  readonly usage?: Readonly<Record<string, number>>;
  /** US dollars, where a service that speaks like OpenAI says so in `usage.cost`. OpenAI itself does not. */
  readonly cost?: number;
}

/** Undefined where there is no picture in it. */
export async function readAnswer(body: unknown): Promise<Answer | undefined> {
  const { data, usage: counted } = Object(body) as Record<string, unknown>;
  const text = Array.isArray(data) ? Object(data[0]).b64_json : undefined;
  const bytes = Buffer.from(typeof text === "string" ? text : "", "base64");
  const mediaType = await sniff(bytes);
  if (!mediaType?.startsWith("image/")) return undefined;
  const { cost, ...counts } = Object(counted) as Record<string, unknown>;
  const usage = flattened(counts);
  return {
    picture: { bytes, mediaType },
    ...(Object.keys(usage).length > 0 && { usage }),
    ...(isCount(cost) && { cost }),
  };
}

const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= 0;

/** `{ input_tokens_details: { text_tokens: 7 } }` → `{ input_text_tokens: 7 }`. */
function flattened(counts: object, prefix = ""): Record<string, number> {
  const flat: Record<string, number> = {};
  for (const [name, value] of Object.entries(counts)) {
    const full = `${prefix}${name}`;
    if (!/^[a-z][a-z0-9_]*$/.test(name)) continue;
    if (isCount(value)) flat[full] = value;
    else if (value && typeof value === "object")
      Object.assign(flat, flattened(value, `${full.replace(/_tokens_details$|_details$/, "")}_`));
  }
  return flat;
}
