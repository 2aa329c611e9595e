import { files, type RequestSummary } from "@model-api/client";
import { modelApi, useModelApiClient } from "@model-api/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { useWords } from "../i18n/context.js";
import { useFormats } from "../parts/format.js";
import { isShowable } from "../parts/showable.js";

interface GenerationRowProps {
  readonly request: RequestSummary;
  /** Missing where the request cannot be deleted yet. */
  readonly onDelete?: () => void;
}

/** The id of the link that opens a request. */
export const titleId = (requestId: string) => `generation-${requestId}`;

/** One request: what came out, for which model, when, and what can be done with it. */
export function GenerationRow({ request, onDelete }: GenerationRowProps) {
  const { t } = useWords();
  const { moment, span } = useFormats();
  const client = useModelApiClient();
  const { request_id: id, model_id: modelId, status, created_at, finished_at } = request;
  // What still runs is told by the list; a page has not connections enough to follow each.
  const { data: result } = useQuery({
    ...modelApi.request(client, id, { wait: false }),
    enabled: status === "completed",
  });
  const made = result?.status === "completed" ? files(result.output)[0] : undefined;
  const took = finished_at && Date.parse(finished_at) - Date.parse(created_at);

  return (
    <li className="row">
      {made?.kind === "image" && isShowable(made.url) ? (
        <img className="thumb large" src={made.url} alt="" loading="lazy" />
      ) : (
        <span className="thumb large" aria-hidden="true">
          {made ? (made.kind === "audio" ? "♪" : "▶") : "▣"}
        </span>
      )}
      <div className="row-facts">
        <Link href={`/models/${modelId}?request=${id}`} className="row-title" id={titleId(id)}>
          {modelId}
        </Link>
        <span className={`state ${status}`}>{t(`state.${status}`)}</span>
        <span className="quiet">
          {moment(created_at)}
          {typeof took === "number" && ` · ${span(took)}`}
        </span>
      </div>
      <div className="actions">
        <Link
          href={`/models/${modelId}?from=${id}`}
          className="button small"
          aria-label={t("generations.againOf", { id })}
        >
          {t("generations.again")}
        </Link>
        {made && (
          <a
            className="button small"
            href={made.url}
            download={`${modelId.replaceAll("/", "-")}-${id}.${made.url.split(".").at(-1)}`}
            aria-label={t("generations.downloadOf", { id })}
          >
            {t("result.download")}
          </a>
        )}
        {onDelete && (
          <button
            type="button"
            className="button small danger"
            aria-label={t("generations.deleteOf", { id })}
            onClick={onDelete}
          >
            {t("generations.delete")}
          </button>
        )}
      </div>
    </li>
  );
}
