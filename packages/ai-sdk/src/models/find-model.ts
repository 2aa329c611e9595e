import { NoSuchModelError } from "@ai-sdk/provider";
import type { UntypedModel } from "@model-api/client";
import { type ModelMetadata, models, nearest } from "@model-api/models";

type Kind = ModelMetadata["output_kind"];

const METHODS = { image: "image", video: "video", audio: "speech" } as const;
const TYPES = { image: "imageModel", video: "videoModel", audio: "speechModel" } as const;

/**
 * The id of a model of a kind, checked against the catalog. An untyped one, and one that the caller's own source may know, is not.
 * @throws NoSuchModelError which names the nearest id, or the method for models of another kind
 */
export function findModel(given: string | UntypedModel, kind: Kind, hasOwnModels: boolean): string {
  if (typeof given !== "string") return given.untyped;
  const known = models.find(({ model_id }) => model_id === given);
  if (!known && hasOwnModels) return given;
  const why = known ? whyNot(known, kind) : unknown(given, kind);
  if (why) throw new NoSuchModelError({ modelId: given, modelType: TYPES[kind], message: why });
  return given;
}

function unknown(id: string, kind: Kind): string {
  const ofKind = models.filter(({ output_kind }) => output_kind === kind).map(({ model_id }) => model_id);
  const meant =
    nearest(id, ofKind) ??
    nearest(
      id,
      models.map(({ model_id }) => model_id),
    );
  const hint = meant ? `; did you mean ${meant}?` : ".";
  return `There is no ${kind} model "${id}"${hint} A model that this version does not know goes as \`untyped("…")\`.`;
}

function whyNot({ model_id, output_kind, categories }: ModelMetadata, kind: Kind): string | undefined {
  if (output_kind !== kind)
    return `${model_id} makes ${output_kind}: use \`modelApi.${METHODS[output_kind]}("${model_id}")\`.`;
  if (kind === "audio" && !categories.includes("text-to-speech"))
    return `${model_id} makes music, for which the AI SDK has no interface: run it by \`modelApi.client.run("${model_id}", …)\`.`;
  return undefined;
}
