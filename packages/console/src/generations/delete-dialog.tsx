import { NotFoundError, type RequestSummary } from "@model-api/client";
import { modelApi, useModelApiClient } from "@model-api/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useWords } from "../i18n/context.js";
import { Dialog, FIRST_FOCUS } from "../parts/dialog.js";
import { Problem } from "../parts/failure.js";
import { useFormats } from "../parts/format.js";

interface DeleteDialogProps {
  readonly request: RequestSummary;
  readonly onClose: () => void;
  /** Called once the list is without it. */
  readonly onDeleted: () => void;
}

/** Asks before a request is deleted, because that cannot be taken back. */
export function DeleteDialog({ request, onClose, onDeleted }: DeleteDialogProps) {
  const { t } = useWords();
  const { moment } = useFormats();
  const client = useModelApiClient();
  const cache = useQueryClient();
  const { request_id: id, model_id: modelId, created_at } = request;
  const { mutate, isPending, error } = useMutation({
    async mutationFn() {
      try {
        await client.requests.delete(id);
      } catch (problem) {
        // Another tab was faster.
        if (!NotFoundError.isInstance(problem)) throw problem;
      }
    },
    async onSuccess() {
      cache.removeQueries({ queryKey: modelApi.keys.request(id) });
      cache.removeQueries({ queryKey: ["request-input", id] });
      await cache.invalidateQueries({ queryKey: modelApi.keys.requests() });
      onDeleted();
    },
  });
  return (
    <Dialog title={t("generations.deleteTitle")} onClose={onClose}>
      <div className="stack">
        <p>
          <code>{modelId}</code> <span className="quiet">{moment(created_at)}</span>
        </p>
        <p>{t("generations.deleteHelp")}</p>
        {error && <Problem error={error} />}
        <div className="actions">
          <button type="button" className="button danger" disabled={isPending} onClick={() => mutate()}>
            {t(isPending ? "generations.deleting" : "generations.delete")}
          </button>
          <button type="button" className="button" onClick={onClose} {...FIRST_FOCUS}>
            {t("cancel")}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
