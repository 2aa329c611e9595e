import { randomUUID } from "node:crypto";
import { choicesOf, typeOf } from "@model-api/models";
import { extensionOf } from "../../media/media-types.js";
import type { EngineContext, EngineTask, FetchedMedia, IgnoredInstruction } from "../engine.js";
import { followsFirstPicture, nearestRatio, type Size, sizeOfOutput, uprightSize } from "../sizes.js";
import { type Binding, fieldOf, mediaKindOf } from "./binding.js";
import { notBegun, type Situation } from "./failures.js";
import type { PictureRule } from "./fit-output.js";
import type { Host } from "./host.js";
import { HostFailure } from "./host-failure.js";
import { createValues } from "./values.js";
import { fill, type Workflow } from "./workflow.js";

/** A workflow with everything in it that a request says. */
export interface Prepared {
  readonly workflow: Workflow;
  /** Numbers that were chosen by chance, by their names. */
  readonly chosen: ReadonlyMap<string, number>;
  readonly rule: PictureRule | undefined;
}

type Task = Pick<EngineTask, "input">;

/** Fetches the files of the input that the workflow uses, hands them to ComfyUI, and fills in the workflow. */
export async function prepare(
  binding: Binding,
  { input }: Task,
  context: EngineContext,
  host: Host,
  situation: Situation,
): Promise<Prepared> {
  const fetched = new Map<string, Promise<FetchedMedia>>();
  /** Fetches each URI once. */
  const fetchOnce: EngineContext["fetchMedia"] = (uri, kind) => {
    const media = fetched.get(uri) ?? context.fetchMedia(uri, kind);
    fetched.set(uri, media);
    return media;
  };
  const { rule, ratio } = await ruleOf(binding, input, fetchOnce);
  const files = new Map<string, string>();
  for (const { name, kind, uri } of mediaOf(binding, input)) {
    const { bytes, mediaType } = await fetchOnce(uri, kind);
    context.signal.throwIfAborted();
    // Nobody else's file has this name, so that two requests never see each other's.
    const file = { name: `${randomUUID()}.${extensionOf(mediaType) ?? "bin"}`, bytes, mediaType };
    try {
      files.set(name, await host.upload(file));
    } catch (error) {
      throw error instanceof HostFailure ? notBegun(error, situation) : error;
    }
  }
  const facts = {
    input: ratio === undefined ? input : { ...input, aspect_ratio: ratio },
    files,
    size: rule?.size,
  };
  const { lookUp, chosen } = createValues(binding, facts);
  return { workflow: fill(binding.workflow, lookUp), chosen, rule };
}

/** The files of an input that the workflow has places for, each once. */
function mediaOf({ placed, schema }: Binding, input: Task["input"]) {
  const names = new Map(placed.map(({ placeholder }) => [placeholder.name, placeholder.path]));
  return [...names].flatMap(([name, [head, index]]) => {
    const kind = mediaKindOf(fieldOf(schema, head) ?? {});
    const value = input[head];
    const uri = index === undefined ? value : Array.isArray(value) ? value[Number(index)] : undefined;
    return kind && typeof uri === "string" ? [{ name, kind, uri }] : [];
  });
}

/** The size and format of the model's pictures, and the ratio where it follows from the first of the input. */
export async function ruleOf(
  { sized, schema }: Binding,
  input: Task["input"],
  fetchMedia: EngineContext["fetchMedia"],
): Promise<{ rule?: PictureRule; ratio?: string }> {
  if (!sized) return {};
  const format = String(input.output_format ?? fieldOf(schema, "output_format")?.default ?? "png");
  let first: Size | undefined;
  if (followsFirstPicture(schema, input)) {
    const { bytes } = await fetchMedia(String((input.images as readonly unknown[])[0]), "image");
    first = await uprightSize(bytes, "images[0]");
  }
  const ratios = (choicesOf(fieldOf(schema, "aspect_ratio")) ?? []).map(String);
  return {
    rule: { size: sizeOfOutput(schema, input, first), format },
    ...(first && { ratio: nearestRatio(first, ratios) }),
  };
}

/** What the caller has said and the workflow has no place for. */
export function ignoredOf(
  { placed, schema, values, sized }: Binding,
  input: Task["input"],
): IgnoredInstruction[] {
  const names = new Set(placed.flatMap(({ placeholder: { name, path } }) => [name, path[0]]));
  const choosing = new Set(JSON.stringify(values).match(/(?<="from":")[^"]+/g) ?? []);
  const used = (name: string) => names.has(name) || choosing.has(name) || (sized && OF_SIZE.includes(name));
  const reason = "the workflow of this model has no place for it";
  return Object.entries(input).flatMap(([name, value]) => {
    const isList = typeOf(fieldOf(schema, name)) === "array" && Array.isArray(value);
    if (!isList) return used(name) ? [] : [{ instruction: name, reason }];
    const items = [...(value as unknown[]).keys()];
    return items
      .filter((index) => !names.has(`${name}.${index}`))
      .map((index) => ({ instruction: `${name}[${index}]`, reason }));
  });
}

/** Fields that a model of an exact size follows, whatever its workflow does. */
const OF_SIZE = ["resolution", "aspect_ratio", "output_format"];
