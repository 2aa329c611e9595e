import { typeOf } from "@model-api/models";
import { type Catalog, installedCatalog } from "../../catalog.js";
import { systemClock } from "../../clock.js";
import type { MediaKind } from "../../engines/engine.js";
import { followsFirstPicture, sizeOfOutput, uprightSize } from "../../engines/sizes.js";
import { createKitFetcher } from "./kit-context.js";
import type { EngineCheckOptions, EngineRun, ExpectedFile } from "./options.js";

/** The models whose size follows from their input. */
const SIZED = "openai/gpt-image-2";

export function catalogOf({ catalog }: EngineCheckOptions): Catalog {
  return catalog ?? installedCatalog;
}

async function modelOf(catalog: Catalog, modelId: string) {
  const model = await catalog.load(modelId);
  if (!model)
    throw new Error(`The catalog has no model ${modelId}: give the kit runs of models that there are.`);
  return model;
}

/** What the output of a run has to be; undefined where nobody has said it. */
export async function expectedFile(
  catalog: Catalog,
  { modelId, input, expect }: EngineRun,
): Promise<ExpectedFile | undefined> {
  if (expect || !modelId.startsWith(SIZED)) return expect;
  const { inputSchema } = await modelOf(catalog, modelId);
  const first = followsFirstPicture(inputSchema, input) ? await firstPicture(input) : undefined;
  const format = input.output_format ?? inputSchema.properties.output_format?.default;
  return { ...sizeOfOutput(inputSchema, input, first), mediaType: `image/${format}` };
}

async function firstPicture(input: EngineRun["input"]) {
  const [uri] = input.images as readonly string[];
  const fetchMedia = createKitFetcher(systemClock);
  const { bytes } = await fetchMedia(String(uri), "image", new AbortController().signal);
  return uprightSize(bytes, "images[0]");
}

/** The kind of the model's output. */
export async function expectedKind(catalog: Catalog, modelId: string): Promise<MediaKind> {
  const { metadata } = await modelOf(catalog, modelId);
  return metadata.output_kind ?? "image";
}

export interface MediaField {
  readonly name: string;
  readonly kind: MediaKind;
  /** Whether it holds a list of URIs. */
  readonly isList: boolean;
}

/** The fields of a run's input that hold media. */
export async function mediaFields(catalog: Catalog, { modelId, input }: EngineRun): Promise<MediaField[]> {
  const { properties } = (await modelOf(catalog, modelId)).inputSchema;
  return Object.keys(input).flatMap((name) => {
    const field = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const kind = /^(image|video|audio)_uri$/.exec(field?.format ?? field?.items?.format ?? "")?.[1];
    return kind ? [{ name, kind: kind as MediaKind, isList: typeOf(field) === "array" }] : [];
  });
}
