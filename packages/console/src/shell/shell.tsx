import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { useWords } from "../i18n/context.js";
import type { MessageKey } from "../i18n/languages.js";
import { LanguageChoice } from "../settings/language-choice.js";
import { Logo } from "./logo.js";

const PAGES: readonly (readonly [path: string, key: MessageKey])[] = [
  ["/", "nav.models"],
  ["/generations", "nav.generations"],
  ["/keys", "nav.keys"],
  ["/usage", "nav.usage"],
  ["/settings", "nav.settings"],
];

/** What is around every page: the way past the navigation, the navigation, and the place for the page. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const [path] = useLocation();
  const isHere = (page: string) =>
    page === "/" ? path === "/" || path.startsWith("/models/") : path === page;
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t("nav.skip")}
      </a>
      <header className="bar">
        <Link href="/" className="home" aria-label={t("nav.home")}>
          <Logo />
        </Link>
        <nav aria-label={t("nav.label")}>
          {PAGES.map(([page, key]) => (
            <Link key={page} href={page} aria-current={isHere(page) ? "page" : undefined}>
              {t(key)}
            </Link>
          ))}
        </nav>
        <LanguageChoice />
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
