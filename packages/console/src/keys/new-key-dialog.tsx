import { type FormEvent, useId, useState } from "react";
import { useWords } from "../i18n/context.js";
import { CopyButton } from "../parts/copy-button.js";
import { Dialog } from "../parts/dialog.js";
import { Problem } from "../parts/failure.js";
import { type CreatedKey, type Scope, useKeyChanges } from "./use-keys.js";

const SCOPES = ["submit", "read", "admin"] as const;
const DAYS = [7, 30, 90] as const;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes a key, and shows its token this once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const id = useId();
  const { create } = useKeyChanges();
  const [problem, setProblem] = useState<string>();

  if (create.data) return <MadeKey made={create.data} onClose={onClose} />;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name")).trim();
    const scopes = form.getAll("scopes") as Scope[];
    const days = Number(form.get("days"));
    const rate = Number(form.get("rate"));
    if (!name) return setProblem(t("keys.nameMissing"));
    if (scopes.length === 0) return setProblem(t("keys.scopesMissing"));
    setProblem(undefined);
    create.mutate({
      name,
      scopes,
      ...(days > 0 && { expires_at: new Date(Date.now() + days * DAY_MS).toISOString() }),
      ...(rate > 0 && { rate_limit: rate }),
    });
  }

  return (
    <Dialog title={t("keys.create")} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <div className="field">
          <label htmlFor={`${id}-name`}>{t("keys.name")}</label>
          <input
            id={`${id}-name`}
            name="name"
            maxLength={100}
            autoComplete="off"
            placeholder={t("keys.nameHint")}
          />
        </div>
        <fieldset className="stack tight">
          <legend>{t("keys.scopes")}</legend>
          {SCOPES.map((scope) => (
            <label key={scope} className="check">
              <input type="checkbox" name="scopes" value={scope} defaultChecked={scope !== "admin"} />
              <span>
                <code>{scope}</code> <span className="quiet">{t(`keys.scope.${scope}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor={`${id}-days`}>{t("keys.expires")}</label>
          <select id={`${id}-days`} name="days" defaultValue="0">
            <option value="0">{t("keys.never")}</option>
            {DAYS.map((days) => (
              <option key={days} value={days}>
                {t("keys.inDays", { count: days })}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-rate`}>{t("keys.rate")}</label>
          <input
            id={`${id}-rate`}
            name="rate"
            type="number"
            min="1"
            step="1"
            placeholder={t("keys.unlimited")}
          />
        </div>
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        {!problem && create.error && <Problem error={create.error} />}
        <div className="actions">
          <button type="submit" className="button primary" disabled={create.isPending}>
            {t("keys.make")}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t("cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function MadeKey({ made, onClose }: { made: CreatedKey; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t("keys.made", { name: made.key.name })} onClose={onClose}>
      <div className="stack">
        <p>{t("keys.once")}</p>
        <Secret label={t("keys.token")} text={made.token} />
        <Secret label={t("keys.webhookSecret")} text={made.webhook_secret} />
        <div>
          <button type="button" className="button primary" onClick={onClose}>
            {t("keys.done")}
          </button>
        </div>
      </div>
    </Dialog>
  );
}

function Secret({ label, text }: { label: string; text: string }) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="url-row">
        <input id={id} className="mono" readOnly value={text} onFocus={({ target }) => target.select()} />
        <CopyButton text={text} label={t("copy.code", { what: label })} />
      </div>
    </div>
  );
}
