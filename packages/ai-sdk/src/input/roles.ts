import { choicesOf, type FieldSchema, typeOf } from "@model-api/models";
import type { KnownModel } from "../models/load-model.js";
import { isResolution, isShape, parseRatio } from "./frame-words.js";

/**
 * Which field of a model's input does what a setting of the AI SDK asks for. Nothing here knows a model: a field is known by
 * its format and values where they tell, such as a list of ratios, and else by a word in its name.
 */
export interface Roles {
  readonly prompt?: string | undefined;
  /** One image, which a video starts from or an edit begins with. */
  readonly image?: string | undefined;
  readonly images?: string | undefined;
  readonly lastImage?: string | undefined;
  readonly mask?: string | undefined;
  readonly video?: string | undefined;
  readonly videos?: string | undefined;
  readonly audio?: string | undefined;
  readonly audios?: string | undefined;
  /** A choice of ratios, such as 16:9. */
  readonly ratio?: string | undefined;
  /** A choice of named shapes, such as landscape_16_9. */
  readonly shape?: string | undefined;
  /** A choice of sizes by one number, such as 2k or 720p. */
  readonly resolution?: string | undefined;
  readonly width?: string | undefined;
  readonly height?: string | undefined;
  /** How many outputs one request makes. */
  readonly count?: string | undefined;
  readonly seed?: string | undefined;
  readonly fps?: string | undefined;
  readonly duration?: string | undefined;
  /** Seconds for one of the duration's own units. */
  readonly secondsPerUnit: number;
  readonly sound?: string | undefined;
  readonly voice?: string | undefined;
  readonly speed?: string | undefined;
  readonly format?: string | undefined;
  readonly language?: string | undefined;
  readonly instructions?: string | undefined;
}

type Field = readonly [name: string, schema: FieldSchema];

const wordsOf = (name: string) => name.toLowerCase().split(/[^a-z0-9]+/);
const hasWord = (name: string, ...words: string[]) => wordsOf(name).some((word) => words.includes(word));
const choices = (schema: FieldSchema) => choicesOf(schema)?.map(String) ?? [];
const isNumber = (schema: FieldSchema) => {
  const type = typeOf(schema);
  const isOne = type === "integer" || type === "number";
  return isOne || !!choicesOf(schema)?.some((value) => typeof value === "number");
};

export function findRoles({ inputSchema, metadata }: KnownModel): Roles {
  const fields: readonly Field[] = Object.entries(inputSchema.properties);
  const find = (fits: (...field: Field) => boolean) => fields.find((field) => fits(...field))?.[0];
  const named = (...names: string[]) => find((name) => names.includes(name));

  const medium = (kind: string, isList: boolean, fits: (name: string) => boolean = () => true) =>
    find((name, schema) => {
      const isKind = (isList ? schema.items?.format : schema.format) === `${kind}_uri`;
      return isKind && (typeOf(schema) === "array") === isList && fits(name);
    });
  const isMask = (name: string) => hasWord(name, "mask");
  const isLast = (name: string) => hasWord(name, "end", "last", "tail");
  const isPlain = (name: string) => !isMask(name) && !isLast(name);

  const quantity =
    metadata.price_quantity && "field" in metadata.price_quantity ? metadata.price_quantity : null;
  const counted = (unit: string) =>
    metadata.price_unit === unit && quantity && quantity.field in inputSchema.properties ? quantity : null;
  const width = find((name, schema) => name === "width" && isNumber(schema));
  const height = find((name, schema) => name === "height" && isNumber(schema));

  return {
    prompt:
      named("prompt", "text") ??
      find(
        (name, schema) =>
          typeOf(schema) === "string" &&
          !schema.enum &&
          !schema.format &&
          !!inputSchema.required?.includes(name),
      ),
    image: medium("image", false, isPlain),
    images: medium("image", true, isPlain),
    lastImage: medium("image", false, isLast),
    mask: medium("image", false, isMask),
    video: medium("video", false),
    videos: medium("video", true),
    audio: medium("audio", false),
    audios: medium("audio", true),
    ratio: find((_, schema) => {
      const values = choices(schema);
      const isRatio = (value: string) => parseRatio(value) !== undefined;
      return values.some(isRatio) && values.every((value) => isRatio(value) || /^[a-z]+$/i.test(value));
    }),
    shape: find((_, schema) => choices(schema).length > 0 && choices(schema).every(isShape)),
    resolution: find((_, schema) => choices(schema).length > 0 && choices(schema).every(isResolution)),
    ...(width && height ? { width, height } : {}),
    count:
      counted("output")?.field ??
      find(
        (name, schema) => isNumber(schema) && /^(n|(num|max|number_of)_(images|videos|outputs))$/.test(name),
      ),
    seed: find((name, schema) => name === "seed" && isNumber(schema)),
    fps: find(
      (name, schema) => ["fps", "frame_rate", "frames_per_second"].includes(name) && isNumber(schema),
    ),
    duration: counted("second")?.field ?? named("duration", "duration_seconds", "seconds"),
    secondsPerUnit: counted("second")?.factor ?? 1,
    sound: find((name, schema) => typeOf(schema) === "boolean" && hasWord(name, "audio", "sound")),
    voice: named("voice", "voice_id"),
    speed: find((name, schema) => name === "speed" && isNumber(schema)),
    format: named("output_format", "format"),
    language: named("language", "language_code"),
    instructions: named("instructions", "style_instructions"),
  };
}
