import { useWords } from "../i18n/context.js";
import { Page } from "../parts/page.js";
import { useSession } from "../session/context.js";
import { THEMES, useTheme } from "./theme.js";

/** Language, theme, and the key in use. */
export default function SettingsPage() {
  const { t } = useWords();
  const [theme, chooseTheme] = useTheme();
  const { session, signOut } = useSession();
  return (
    <Page title={t("settings.title")}>
      <section className="card stack">
        <fieldset className="segments">
          <legend>{t("settings.theme")}</legend>
          {THEMES.map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name="theme"
                value={choice}
                checked={theme === choice}
                onChange={() => chooseTheme(choice)}
              />
              <span>{t(`settings.theme.${choice}`)}</span>
            </label>
          ))}
        </fieldset>
      </section>
      <section className="card stack">
        <h2>{t("settings.session")}</h2>
        <p className="quiet">{t(session.origin === "handed" ? "settings.handed" : "settings.entered")}</p>
        <div>
          <button type="button" className="button" onClick={signOut}>
            {t("settings.signOut")}
          </button>
        </div>
      </section>
    </Page>
  );
}
