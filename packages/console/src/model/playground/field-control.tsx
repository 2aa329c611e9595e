import type { FormField } from "@model-api/react/form";
import type { ReactNode } from "react";
import { useWords } from "../../i18n/context.js";
import { useIssueWords } from "../../i18n/issue-words.js";
import type { WordsOfModel } from "../../i18n/model-words.js";
import { ChoiceControl } from "./choice-control.js";
import { MediaControl } from "./media-control.js";

interface FieldControlProps {
  readonly field: FormField;
  readonly words: WordsOfModel;
}

/** A field of a model's input, in the words that the language has for it. */
export function FieldControl({ field, words }: FieldControlProps) {
  const { t } = useWords();
  const own = words.fields[field.name];
  const label = own?.title ?? field.label;
  const description = own?.description ?? field.description;
  const { languageTag } = words;
  const mark = !field.isRequired && <span className="required"> · {t("field.optional")}</span>;

  const notes = (
    <FieldNotes field={field} label={label} description={description} languageTag={languageTag} />
  );
  const frame = (control: ReactNode) => (
    <div className="field">
      <label htmlFor={field.labelProps.htmlFor} id={field.labelProps.id}>
        <span lang={languageTag}>{label}</span>
        {mark}
      </label>
      {control}
      {notes}
    </div>
  );

  switch (field.kind) {
    case "media":
      return (
        <MediaControl field={field} label={label} languageTag={languageTag} mark={mark}>
          {notes}
        </MediaControl>
      );
    case "choice":
      return (
        <ChoiceControl field={field} label={label} languageTag={languageTag} mark={mark}>
          {notes}
        </ChoiceControl>
      );
    case "toggle":
      return (
        <div className="field">
          <label className="check">
            <input {...field.inputProps} /> <span lang={languageTag}>{label}</span>
          </label>
          {notes}
        </div>
      );
    case "number":
      return frame(<input {...field.inputProps} inputMode={field.isInteger ? "numeric" : "decimal"} />);
    case "json":
      return frame(<textarea {...field.inputProps} className="code" spellCheck={false} />);
    default:
      return frame(
        /prompt|text|lyrics/.test(field.name) || (field.maxLength ?? 1000) > 200 ? (
          <textarea {...field.inputProps} rows={5} dir="auto" />
        ) : (
          <input {...field.inputProps} type="text" dir="auto" />
        ),
      );
  }
}

interface FieldNotesProps {
  readonly field: FormField;
  readonly label: string;
  readonly description: string | undefined;
  readonly languageTag: "en" | undefined;
}

/** What a field is for, and what is wrong with what stands in it. What is wrong with a file is seen at the file, and only read out here. */
function FieldNotes({ field, label, description, languageTag }: FieldNotesProps) {
  const { t } = useWords();
  const wordsOf = useIssueWords();
  const said = field.issues.map((issue) => {
    const place = issue.path[1];
    const words = wordsOf(issue, label);
    if (typeof place !== "number" || words.languageTag) return { ...words, isOfFile: false };
    return { ...words, text: t("issue.ofFile", { place: place + 1, text: words.text }), isOfFile: true };
  });
  const isSeenElsewhere = field.kind === "media" && said.every(({ isOfFile }) => isOfFile);
  return (
    <>
      {description && (
        <p className="hint" lang={languageTag} {...field.descriptionProps}>
          {description}
        </p>
      )}
      {said.length > 0 && (
        <p className={isSeenElsewhere ? "visually-hidden" : "problem"} {...field.errorProps}>
          {said.map(({ text, languageTag: tag }) => (
            <span key={text} lang={tag}>
              {text}{" "}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
