import { useState } from "react";
import { ApiProblem } from "../api/use-api.js";
import { useWords } from "../i18n/context.js";
import { Rich } from "../i18n/rich.js";
import { Failure } from "../parts/failure.js";
import { useFormats } from "../parts/format.js";
import { Notice } from "../parts/notice.js";
import { Page } from "../parts/page.js";
import { NewKeyDialog } from "./new-key-dialog.js";
import { RevokeDialog } from "./revoke-dialog.js";
import { type Key, useKeys } from "./use-keys.js";

/** The keys of the server, for whoever may manage them. */
export default function KeysPage() {
  const { t } = useWords();
  const { data: keys, error, refetch } = useKeys();
  const [isMaking, setIsMaking] = useState(false);
  const [revoking, setRevoking] = useState<Key>();
  const isForbidden = error instanceof ApiProblem && error.status === 403;

  return (
    <Page
      title={t("keys.title")}
      intro={t("keys.intro")}
      actions={
        keys && (
          <button type="button" className="button primary" onClick={() => setIsMaking(true)}>
            {t("keys.create")}
          </button>
        )
      }
    >
      {isForbidden && (
        <Notice title={t("keys.forbidden")}>
          <p>
            <Rich id="keys.forbiddenHelp" />
          </p>
        </Notice>
      )}
      {error && !isForbidden && <Failure error={error} onRetry={() => void refetch()} />}
      {keys && <KeyTable keys={keys} onRevoke={setRevoking} />}
      {isMaking && <NewKeyDialog onClose={() => setIsMaking(false)} />}
      {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(undefined)} />}
    </Page>
  );
}

function KeyTable({ keys, onRevoke }: { keys: readonly Key[]; onRevoke: (key: Key) => void }) {
  const { t } = useWords();
  const { moment } = useFormats();
  const newestFirst = keys.toReversed();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus.
    <section className="table-box" tabIndex={0} aria-label={t("keys.title")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("keys.name")}</th>
            <th scope="col">{t("keys.scopes")}</th>
            <th scope="col">{t("keys.state")}</th>
            <th scope="col">{t("keys.created")}</th>
            <th scope="col">{t("keys.expires")}</th>
            <th scope="col">
              <span className="visually-hidden">{t("keys.actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map((key) => (
            <tr key={key.key_id}>
              <th scope="row">
                {key.name}
                <div className="quiet key-id">{key.key_id}</div>
              </th>
              <td>
                <span className="tags">
                  {key.scopes.map((scope) => (
                    <span key={scope} className="tag">
                      {scope}
                    </span>
                  ))}
                </span>
              </td>
              <td>
                <span className={`state ${key.state === "active" ? "completed" : "cancelled"}`}>
                  {t(`keys.state.${key.state}`)}
                </span>
              </td>
              <td>{moment(key.created_at)}</td>
              <td>{key.expires_at ? moment(key.expires_at) : t("keys.never")}</td>
              <td className="number">
                {key.state === "active" && (
                  <button
                    type="button"
                    className="button small danger"
                    aria-label={t("keys.revokeNamed", { name: key.name })}
                    onClick={() => onRevoke(key)}
                  >
                    {t("keys.revoke")}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
