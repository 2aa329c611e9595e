import { useWords } from "./context.js";
import type { ModelWords } from "./languages.js";

interface Described {
  readonly model_id: string;
  readonly display_name?: string | undefined;
  readonly description?: string | undefined;
}

export interface WordsOfModel {
  readonly name: string;
  readonly description: string;
  readonly fields: ModelWords["fields"];
  /** `en` where the words are English on a page that is not, so that they can be marked and read aloud so. */
  readonly languageTag: "en" | undefined;
}

/** The words of models: in the language of the page where it has them, else those of the schema, which are English. */
export function useModelWords(): (model: Described) => WordsOfModel {
  const { language } = useWords();
  return ({ model_id, display_name = model_id, description = "" }) => {
    const known = language.models[model_id];
    if (known)
      return {
        name: known.display_name,
        description: known.description,
        fields: known.fields,
        languageTag: undefined,
      };
    return {
      name: display_name,
      description,
      fields: {},
      languageTag: language.code === "en" ? undefined : "en",
    };
  };
}
