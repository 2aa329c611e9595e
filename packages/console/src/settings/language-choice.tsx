import { useId } from "react";
import { useWords } from "../i18n/context.js";
import { LANGUAGES, type LanguageCode } from "../i18n/languages.js";

export function LanguageChoice() {
  const { t, language, choose } = useWords();
  const id = useId();
  return (
    <div className="field inline">
      <label htmlFor={id}>{t("settings.language")}</label>
      <select
        id={id}
        value={language.code}
        onChange={({ target }) => void choose(target.value as LanguageCode)}
      >
        {Object.entries(LANGUAGES).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
