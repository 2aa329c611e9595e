import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { formatMessage, type Values } from "./format-message.js";
import {
  type Language,
  type LanguageCode,
  loadLanguage,
  type MessageKey,
  rememberLanguage,
} from "./languages.js";

interface Words {
  readonly language: Language;
  /** The text of a message. */
  readonly t: (key: MessageKey, values?: Values) => string;
  /** Changes the language once it is loaded; everything on the page stays as it is. */
  readonly choose: (code: LanguageCode) => Promise<void>;
}

const WordsContext = createContext<Words | undefined>(undefined);

export function WordsProvider({ first, children }: { first: Language; children: ReactNode }) {
  const [language, setLanguage] = useState(first);
  const words = useMemo<Words>(
    () => ({
      language,
      t: (key, values) => formatMessage(language.messages[key], language.code, values),
      async choose(code) {
        rememberLanguage(code);
        const next = await loadLanguage(code);
        applyLanguage(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** Says the page's language to the browser and to those who read it aloud. */
export function applyLanguage({ code, direction }: Language): void {
  document.documentElement.lang = code === "zh" ? "zh-Hans" : code;
  document.documentElement.dir = direction;
}

export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error("There is no <WordsProvider> above this component.");
  return words;
}
