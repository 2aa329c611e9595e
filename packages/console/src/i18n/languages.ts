import type english from "../../../../schemas/locales/en.json";

/** What the console says, by its key: a text, or a text for each plural category of the language. */
export type MessageKey = keyof typeof english.console;
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
export type Messages = Readonly<Record<MessageKey, Message>>;

/** A model's words in a language. */
export interface ModelWords {
  readonly display_name: string;
  readonly description: string;
  readonly fields: Readonly<Record<string, { readonly title?: string; readonly description?: string }>>;
}

export interface Language {
  readonly code: LanguageCode;
  readonly direction: "ltr" | "rtl";
  readonly messages: Messages;
  /** Descriptions of the fields of an output; none where those of the contract are meant. */
  readonly output: Readonly<Record<string, string>>;
  readonly models: Readonly<Record<string, ModelWords>>;
}

/** The languages, by what each is called in itself. */
export const LANGUAGES = { en: "English", ru: "Русский", zh: "简体中文" } as const;
export type LanguageCode = keyof typeof LANGUAGES;

interface LocaleFile {
  readonly direction?: string;
  readonly console: Readonly<Record<string, unknown>>;
  readonly output?: Readonly<Record<string, string>>;
  readonly models?: Readonly<Record<string, ModelWords>>;
}

const loaders: Record<LanguageCode, () => Promise<{ default: LocaleFile }>> = {
  en: () => import("../../../../schemas/locales/en.json"),
  ru: () => import("../../../../schemas/locales/ru.json"),
  zh: () => import("../../../../schemas/locales/zh.json"),
};

/** Each language is a file of its own, which is loaded when it is wanted. That they have the same keys is checked by codegen. */
export async function loadLanguage(code: LanguageCode): Promise<Language> {
  const { default: file } = await loaders[code]();
  return {
    code,
    direction: file.direction === "rtl" ? "rtl" : "ltr",
    messages: file.console as Messages,
    output: file.output ?? {},
    models: file.models ?? {},
  };
}

const STORED = "model-api-language";

/** The language that was chosen here, else the first of the browser's that there is. */
export function preferredLanguage(): LanguageCode {
  const wanted = [localStorage.getItem(STORED) ?? "", ...navigator.languages];
  const codes = wanted.map((tag) => tag.split("-")[0] ?? "");
  return codes.find(isLanguage) ?? "en";
}

export const rememberLanguage = (code: LanguageCode): void => localStorage.setItem(STORED, code);

const isLanguage = (code: string): code is LanguageCode => Object.hasOwn(LANGUAGES, code);
