import { type FormEvent, useId, useState } from "react";
import { useWords } from "../i18n/context.js";
import type { MessageKey } from "../i18n/languages.js";
import { Rich } from "../i18n/rich.js";
import { LanguageChoice } from "../settings/language-choice.js";
import { Logo } from "../shell/logo.js";
import type { Session } from "./session.js";

interface SignInProps {
  /** Whether a key that was in use is no longer good. */
  readonly wasRefused: boolean;
  readonly onSignIn: (session: Session, isKept: boolean) => void;
}

/** Asks for an API key, and looks whether the server knows it before anything else is shown. */
export function SignIn({ wasRefused, onSignIn }: SignInProps) {
  const { t } = useWords();
  const [problem, setProblem] = useState<MessageKey | undefined>(wasRefused ? "signIn.ended" : undefined);
  const [isChecking, setIsChecking] = useState(false);
  const id = useId();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const token = String(form.get("key")).trim();
    if (!token) return setProblem("signIn.missing");
    setIsChecking(true);
    const found = await problemOf(token);
    setIsChecking(false);
    if (found) return setProblem(found);
    onSignIn({ token, origin: "entered" }, form.get("keep") !== null);
  }

  return (
    <main className="sign-in">
      <form className="card sign-in-card" onSubmit={submit} noValidate>
        <Logo />
        <h1>{t("signIn.title")}</h1>
        <p className="quiet">
          <Rich id="signIn.help" />
        </p>
        <div className="field">
          <label htmlFor={`${id}-key`}>{t("signIn.key")}</label>
          <input
            id={`${id}-key`}
            name="key"
            type="password"
            autoComplete="off"
            spellCheck={false}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-problem` : undefined}
          />
          {problem && (
            <p className="problem" id={`${id}-problem`} role="alert">
              {t(problem)}
            </p>
          )}
        </div>
        <label className="check">
          <input name="keep" type="checkbox" /> {t("signIn.keep")}
        </label>
        <button className="button primary" type="submit" disabled={isChecking}>
          {isChecking ? t("signIn.checking") : t("signIn.submit")}
        </button>
      </form>
      <LanguageChoice />
    </main>
  );
}

async function problemOf(token: string): Promise<MessageKey | undefined> {
  // Headers hold no other characters.
  if (!/^[\x21-\x7e]+$/.test(token)) return "signIn.unknown";
  try {
    const { status } = await fetch("/v1/models?limit=1", { headers: { authorization: `Bearer ${token}` } });
    if (status === 401) return "signIn.unknown";
    if (status === 403) return "signIn.forbidden";
    return status < 400 ? undefined : "signIn.failed";
  } catch {
    return "signIn.unreachable";
  }
}
