import type { RequestSummary } from "@model-api/client";
import { modelApi, useModelApiClient } from "@model-api/react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSearchParams } from "wouter";
import { useWords } from "../i18n/context.js";
import { Failure } from "../parts/failure.js";
import { Notice } from "../parts/notice.js";
import { Page } from "../parts/page.js";
import { DeleteDialog } from "./delete-dialog.js";
import { GenerationFilters, STATES } from "./filters.js";
import { GenerationRow, titleId } from "./generation-row.js";

/** Milliseconds between two looks at a list in which something still runs. */
const LOOK_AGAIN_MS = 3000;

const isOpen = ({ status }: RequestSummary) => status === "in_queue" || status === "in_progress";

/** Every request of the key in use, the newest first. */
export default function GenerationsPage() {
  const { t } = useWords();
  const client = useModelApiClient();
  const [query, setQuery] = useSearchParams();
  const status = STATES.find((state) => state === query.get("status"));
  const modelId = query.get("model") ?? "";
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...modelApi.requests(client, {
      limit: 20,
      ...(status && { status }),
      ...(modelId && { model_id: modelId }),
    }),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ requests }) => requests.some(isOpen)) ? LOOK_AGAIN_MS : false,
  });
  const requests = data?.pages.flatMap((page) => page.requests);
  const [deleting, setDeleting] = useState<{ request: RequestSummary; beside: readonly string[] }>();
  const { told, tell } = useDeleted();
  const isFiltered = Boolean(status ?? modelId);

  return (
    <Page title={t("generations.title")} intro={t("generations.intro")}>
      <GenerationFilters
        status={status ?? ""}
        modelId={modelId}
        onChange={(name, value) =>
          setQuery(
            (last) => {
              const next = new URLSearchParams(last);
              if (value) next.set(name, value);
              else next.delete(name);
              return next;
            },
            { replace: true },
          )
        }
      />
      <p className={told ? "quiet" : "visually-hidden"} role="status" tabIndex={-1} id={TOLD}>
        {told && t("generations.deleted", { id: told })}
      </p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {requests?.length === 0 && (
        <Notice title={t(isFiltered ? "generations.noneSo" : "generations.none")}>
          {isFiltered ? (
            <button type="button" className="button" onClick={() => setQuery({}, { replace: true })}>
              {t("filter.clear")}
            </button>
          ) : (
            <p>{t("generations.noneHelp")}</p>
          )}
        </Notice>
      )}
      {!requests && !error && <div className="table-box ghost-rows" aria-busy="true" />}
      {requests && requests.length > 0 && (
        <ul className="rows">
          {requests.map((request) => (
            <GenerationRow
              key={request.request_id}
              request={request}
              {...(!isOpen(request) && {
                onDelete: () => setDeleting({ request, beside: besideOf(requests, request) }),
              })}
            />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div>
          <button
            type="button"
            className="button"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {t("more")}
          </button>
        </div>
      )}
      {deleting && (
        <DeleteDialog
          request={deleting.request}
          onClose={() => setDeleting(undefined)}
          onDeleted={() => {
            tell({ id: deleting.request.request_id, beside: deleting.beside });
            setDeleting(undefined);
          }}
        />
      )}
    </Page>
  );
}

const TOLD = "generations-told";

/** Says which request was deleted last, and puts the focus on what was beside it in the list: the button that had it is gone. */
function useDeleted() {
  const [told, setTold] = useState<{ readonly id: string; readonly beside: readonly string[] }>();
  useEffect(() => {
    if (!told) return;
    const next = told.beside.find((id) => document.getElementById(titleId(id)));
    document.getElementById(next ? titleId(next) : TOLD)?.focus();
  }, [told]);
  return { told: told?.id, tell: setTold };
}

/** The requests after one in a list, and then those before it, the nearest first. */
function besideOf(requests: readonly RequestSummary[], request: RequestSummary): string[] {
  const index = requests.indexOf(request);
  return [...requests.slice(index + 1), ...requests.slice(0, Math.max(index, 0)).toReversed()].map(
    ({ request_id }) => request_id,
  );
}
