import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import { applyLanguage, WordsProvider } from "./i18n/context.js";
import { loadLanguage, preferredLanguage } from "./i18n/languages.js";
import { firstSession, SessionProvider } from "./session/context.js";
import { applyTheme, storedTheme } from "./settings/theme.js";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/pages.css";

applyTheme(storedTheme());
const [language, session] = await Promise.all([loadLanguage(preferredLanguage()), firstSession()]);
applyLanguage(language);

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <WordsProvider first={language}>
        <SessionProvider first={session}>
          <App />
        </SessionProvider>
      </WordsProvider>
    </StrictMode>,
  );
