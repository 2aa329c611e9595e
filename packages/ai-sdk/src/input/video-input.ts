import type { Experimental_VideoModelV4CallOptions } from "@ai-sdk/provider";
import type { KnownModel } from "../models/load-model.js";
import { beginDraft, type Draft, mergeProviderOptions } from "./draft.js";
import { setFrame } from "./frame.js";
import { setPrompt } from "./image-input.js";
import { type GivenFile, kindOf, type MediaKind, setImages, toMedia } from "./media.js";
import { setDuration, setFps, setSeed } from "./numbers.js";

/** The input that a call of `generateVideo` means, and what of it the model cannot do. */
export function videoInput(model: KnownModel, settings: Experimental_VideoModelV4CallOptions): Draft {
  const draft = beginDraft(model);
  const { roles } = draft;
  const { image, frameImages, inputReferences } = settings;
  const frame = (type: string) => frameImages?.find(({ frameType }) => frameType === type)?.image;
  setPrompt(draft, settings.prompt);
  const first = image ?? frame("first_frame");
  setImages(draft, "prompt.image", first ? [first] : []);
  const last = frame("last_frame");
  if (last && roles.lastImage) draft.set("frameImages", roles.lastImage, toMedia(last));
  else if (last) draft.unsupported("frameImages", `${model.id} has no input for the last frame.`);
  for (const kind of ["image", "video", "audio"] as const)
    setReferences(
      draft,
      kind,
      (inputReferences ?? []).filter((file) => kindOf(file) === kind),
    );

  setFrame(draft, {
    aspectRatio: settings.aspectRatio,
    pixels: settings.resolution,
    pixelsSetting: "resolution",
  });
  setDuration(draft, settings.duration);
  setFps(draft, settings.fps);
  setSeed(draft, settings.seed);
  if (settings.generateAudio !== undefined) {
    if (roles.sound) draft.set("generateAudio", roles.sound, settings.generateAudio);
    else draft.unsupported("generateAudio", `${model.id} has no such input.`);
  }
  mergeProviderOptions(draft, settings.providerOptions);
  return draft;
}

/** References of one kind: into the list that the model has for them, beside what is there, else into its one field. */
function setReferences(draft: Draft, kind: MediaKind, files: readonly GivenFile[]): void {
  const { roles, fields } = draft;
  const list = roles[`${kind}s`];
  const single = roles[kind];
  const media = files.map(toMedia);
  if (media.length === 0) return;
  if (list) {
    draft.set("inputReferences", list, [...((fields[list] as unknown[]) ?? []), ...media]);
    return;
  }
  const isFree = single && !(single in fields);
  if (isFree) draft.set("inputReferences", single, media[0]);
  const left = media.length - (isFree ? 1 : 0);
  if (left > 0)
    draft.unsupported(
      "inputReferences",
      `${draft.model.id} has no input for ${left} of the ${kind} references.`,
    );
}
