import type { Message } from "./languages.js";

export type Values = Readonly<Record<string, string | number>>;

/** The text of a message for `values.count`, its placeholders not yet filled. */
export function templateOf(message: Message, language: string, values: Values = {}): string {
  if (typeof message === "string") return message;
  const category = new Intl.PluralRules(language).select(Number(values.count));
  return message[category] ?? message.other ?? "";
}

/** A message with its `{placeholders}` filled; numbers are written as the language writes them. */
export function formatMessage(message: Message, language: string, values: Values = {}): string {
  return templateOf(message, language, values).replace(/\{(\w+)\}/g, (_, name: string) =>
    textOf(values[name] ?? "", language),
  );
}

export const textOf = (value: string | number, language: string): string =>
  typeof value === "number" ? new Intl.NumberFormat(language).format(value) : value;
