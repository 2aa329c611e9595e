import { useWords } from "../i18n/context.js";
import { Dialog } from "../parts/dialog.js";
import { type Key, useKeyChanges } from "./use-keys.js";

interface RevokeDialogProps {
  readonly apiKey: Key;
  readonly onClose: () => void;
}

export function RevokeDialog({ apiKey, onClose }: RevokeDialogProps) {
  const { t } = useWords();
  const { revoke } = useKeyChanges();
  return (
    <Dialog title={t("keys.revokeNamed", { name: apiKey.name })} onClose={onClose}>
      <div className="stack">
        <p>{t("keys.revokeHelp")}</p>
        {revoke.error && (
          <p className="problem" role="alert">
            {revoke.error.message}
          </p>
        )}
        <div className="actions">
          <button
            type="button"
            className="button danger"
            disabled={revoke.isPending}
            onClick={() => revoke.mutate(apiKey.key_id, { onSuccess: onClose })}
          >
            {t("keys.revoke")}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t("cancel")}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
