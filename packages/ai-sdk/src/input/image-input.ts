import type { ImageModelV4CallOptions } from "@ai-sdk/provider";
import type { KnownModel } from "../models/load-model.js";
import { beginDraft, type Draft, mergeProviderOptions } from "./draft.js";
import { setFrame } from "./frame.js";
import { setImages, toMedia } from "./media.js";
import { setSeed } from "./numbers.js";

type Settings = Pick<
  ImageModelV4CallOptions,
  "prompt" | "files" | "mask" | "size" | "aspectRatio" | "seed" | "providerOptions"
>;

/** The input that a call of `generateImage` means, and what of it the model cannot do. */
export function imageInput(model: KnownModel, settings: Settings): Draft {
  const draft = beginDraft(model);
  const { roles } = draft;
  setPrompt(draft, settings.prompt);
  setImages(draft, "prompt.images", settings.files ?? []);
  if (settings.mask) {
    if (roles.mask) draft.set("prompt.mask", roles.mask, toMedia(settings.mask));
    else
      draft.unsupported(
        "prompt.mask",
        `${model.id} has no input for a mask; say in the prompt what to change.`,
      );
  }
  setFrame(draft, { aspectRatio: settings.aspectRatio, pixels: settings.size, pixelsSetting: "size" });
  setSeed(draft, settings.seed);
  mergeProviderOptions(draft, settings.providerOptions);
  return draft;
}

export function setPrompt(draft: Draft, prompt: string | undefined): void {
  if (prompt === undefined) return;
  if (draft.roles.prompt) draft.set("prompt", draft.roles.prompt, prompt);
  else draft.unsupported("prompt", `${draft.model.id} has no input for it.`);
}
