import type { FormField } from "@model-api/react/form";
import type { ReactNode } from "react";
import { useWords } from "../../i18n/context.js";
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

  const frame = (control: ReactNode) => (
    <div className="field">
      <label htmlFor={field.labelProps.htmlFor} id={field.labelProps.id}>
        <span lang={languageTag}>{label}</span>
        {mark}
      </label>
      {control}
      <FieldNotes field={field} description={description} languageTag={languageTag} />
    </div>
  );

  switch (field.kind) {
    case "media":
      return (
        <MediaControl field={field} label={label} languageTag={languageTag} mark={mark}>
          <FieldNotes field={field} description={description} languageTag={languageTag} />
        </MediaControl>
      );
    case "choice":
      return (
        <ChoiceControl field={field} label={label} languageTag={languageTag} mark={mark}>
          <FieldNotes field={field} description={description} languageTag={languageTag} />
        </ChoiceControl>
      );
    case "toggle":
      return (
        <div className="field">
          <label className="check">
            <input {...field.inputProps} /> <span lang={languageTag}>{label}</span>
          </label>
          <FieldNotes field={field} description={description} languageTag={languageTag} />
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
  readonly description: string | undefined;
  readonly languageTag: "en" | undefined;
}

/** What a field is for, and what is wrong with what stands in it. */
function FieldNotes({ field, description, languageTag }: FieldNotesProps) {
  return (
    <>
      {description && (
        <p className="hint" lang={languageTag} {...field.descriptionProps}>
          {description}
        </p>
      )}
      {field.errors.length > 0 && (
        <p className="problem" lang="en" {...field.errorProps}>
          {field.errors.join(" ")}
        </p>
      )}
    </>
  );
}
