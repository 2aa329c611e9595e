import { useWords } from "../i18n/context.js";
import { Dialog, FIRST_FOCUS } from "../parts/dialog.js";
import { Problem } from "../parts/failure.js";
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
        {revoke.error && <Problem error={revoke.error} />}
        <div className="actions">
          <button
            type="button"
            className="button danger"
            disabled={revoke.isPending}
            onClick={() => revoke.mutate(apiKey.key_id, { onSuccess: onClose })}
          >
            {t("keys.revoke")}
          </button>
          <button type="button" className="button" onClick={onClose} {...FIRST_FOCUS}>
            {t("cancel")}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
