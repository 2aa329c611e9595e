import { Fragment, type ReactNode } from "react";
import { useWords } from "./context.js";
import { templateOf, textOf } from "./format-message.js";
import type { MessageKey } from "./languages.js";

interface RichProps {
  readonly id: MessageKey;
  readonly values?: Readonly<Record<string, ReactNode>>;
}

/** A message whose placeholders may be elements, and in which `backticks` are code. */
export function Rich({ id, values = {} }: RichProps) {
  const { language } = useWords();
  const template = templateOf(language.messages[id], language.code, {
    count: Number(values.count),
  });
  const parts = template.split(/(\{\w+\}|`[^`]*`)/).map((part, index) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    const value = name === undefined ? undefined : values[name];
    const shown =
      name === undefined ? part : typeof value === "number" ? textOf(value, language.code) : value;
    const code = name === undefined ? /^`([^`]*)`$/.exec(part)?.[1] : undefined;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a message never change places.
    return <Fragment key={index}>{code === undefined ? shown : <code>{code}</code>}</Fragment>;
  });
  return <>{parts}</>;
}
