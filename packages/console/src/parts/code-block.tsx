import { type ReactNode, useId } from "react";
import { useWords } from "../i18n/context.js";
import type { SnippetLanguage } from "../model/snippets/submit.js";
import { CopyButton } from "./copy-button.js";

/** What languages are called; names are the same everywhere. */
const NAMES: Record<SnippetLanguage, string> = {
  curl: "curl",
  typescript: "TypeScript",
  react: "React",
  cli: "CLI",
  python: "Python",
  json: "JSON",
};

/** Code in one of several languages, which are chosen above it. */
export function CodeBlock<Choice extends SnippetLanguage>(props: {
  readonly label: string;
  readonly languages: readonly Choice[];
  readonly language: Choice;
  readonly onChoose: (language: Choice) => void;
  readonly code: string;
}) {
  const { label, languages, language, onChoose, code } = props;
  const { t } = useWords();
  const name = useId();
  return (
    <figure className="code-block">
      <figcaption>
        <fieldset className="segments">
          <legend className="visually-hidden">{t("code.language", { what: label })}</legend>
          {languages.map((each) => (
            <label key={each}>
              <input type="radio" name={name} checked={each === language} onChange={() => onChoose(each)} />
              <span>{NAMES[each]}</span>
            </label>
          ))}
        </fieldset>
        <span className="actions">
          <CopyButton text={code} label={t("copy.code", { what: label })} />
        </span>
      </figcaption>
      <Code label={label}>{code}</Code>
    </figure>
  );
}

/** Code that scrolls by itself, and can be reached by the keyboard to do so. */
export function Code({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus.
    <section className="code" tabIndex={0} aria-label={label}>
      <pre dir="ltr" lang="en" translate="no">
        <code>{children}</code>
      </pre>
    </section>
  );
}
