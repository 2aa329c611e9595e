import type { SpeechModelV4CallOptions } from "@ai-sdk/provider";
import type { KnownModel } from "../models/load-model.js";
import { beginDraft, type Draft, mergeProviderOptions } from "./draft.js";
import { setPrompt } from "./image-input.js";

/** The input that a call of `generateSpeech` means, and what of it the model cannot do. */
export function speechInput(model: KnownModel, settings: SpeechModelV4CallOptions): Draft {
  const draft = beginDraft(model);
  const { roles } = draft;
  setPrompt(draft, settings.text);
  const set = (setting: string, field: string | undefined, value: unknown) => {
    if (value === undefined) return;
    if (field) draft.set(setting, field, value);
    else draft.unsupported(setting, `${model.id} has no such input.`);
  };
  set("voice", roles.voice, settings.voice);
  set("outputFormat", roles.format, settings.outputFormat);
  set("instructions", roles.instructions, settings.instructions);
  set("speed", roles.speed, settings.speed);
  set("language", roles.language, settings.language);
  mergeProviderOptions(draft, settings.providerOptions);
  return draft;
}
