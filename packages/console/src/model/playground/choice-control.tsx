import type { ChoiceField } from "@model-api/react/form";
import type { ReactNode } from "react";
import { useWords } from "../../i18n/context.js";

interface ChoiceControlProps {
  readonly field: ChoiceField;
  readonly label: string;
  readonly languageTag: "en" | undefined;
  readonly mark: ReactNode;
  readonly children: ReactNode;
}

/** More than these are a list to open. */
const MAX_SEGMENTS = 12;
const MAX_CHARACTERS = 70;

/** One of a few values, side by side; leaving it to the service is a choice too. */
export function ChoiceControl({ field, label, languageTag, mark, children }: ChoiceControlProps) {
  const { t } = useWords();
  const { id, name, value, onChange, onBlur, ...described } = field.inputProps;
  const values = field.choices.map(String);
  const unset = field.derivedFrom
    ? t("field.automatic")
    : field.default === undefined
      ? t("field.unset")
      : t("field.default", { value: String(field.default) });
  const isLong = values.length > MAX_SEGMENTS || values.join("").length > MAX_CHARACTERS;

  if (isLong)
    return (
      <div className="field">
        <label htmlFor={id}>
          <span lang={languageTag}>{label}</span>
          {mark}
        </label>
        <select id={id} name={name} value={value} onChange={onChange} onBlur={onBlur} {...aria(described)}>
          <option value="">{unset}</option>
          {values.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
        {children}
      </div>
    );
  return (
    <div className="field">
      <fieldset className="segments" id={id} tabIndex={-1} aria-describedby={described["aria-describedby"]}>
        <legend>
          <bdi lang={languageTag}>{label}</bdi>
          {mark}
        </legend>
        {["", ...values].map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={id}
              value={each}
              checked={value === each}
              onChange={onChange}
              onBlur={onBlur}
            />
            <span>{each || unset}</span>
          </label>
        ))}
      </fieldset>
      {children}
    </div>
  );
}

const aria = (props: { "aria-invalid"?: true | undefined; "aria-describedby"?: string | undefined }) => ({
  "aria-invalid": props["aria-invalid"],
  "aria-describedby": props["aria-describedby"],
});
