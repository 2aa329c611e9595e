import type { RequestSummary } from "@model-api/client";
import { modelApi, useModelApiClient } from "@model-api/react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useSearchParams } from "wouter";
import { useWords } from "../i18n/context.js";
import { Failure } from "../parts/failure.js";
import { Notice } from "../parts/notice.js";
import { Page } from "../parts/page.js";
import { GenerationRow } from "./generation-row.js";

const STATES = ["in_queue", "in_progress", "completed", "failed", "cancelled"] as const;
/** Milliseconds between two looks at a list in which something still runs. */
const LOOK_AGAIN_MS = 3000;

const isOpen = ({ status }: RequestSummary) => status === "in_queue" || status === "in_progress";

/** Every request of the key in use, the newest first. */
export default function GenerationsPage() {
  const { t } = useWords();
  const client = useModelApiClient();
  const filterId = useId();
  const [query, setQuery] = useSearchParams();
  const status = STATES.find((state) => state === query.get("status"));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...modelApi.requests(client, { limit: 20, ...(status && { status }) }),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ requests }) => requests.some(isOpen)) ? LOOK_AGAIN_MS : false,
  });
  const requests = data?.pages.flatMap((page) => page.requests);

  return (
    <Page title={t("generations.title")} intro={t("generations.intro")}>
      <div className="field inline">
        <label htmlFor={filterId}>{t("generations.state")}</label>
        <select
          id={filterId}
          value={status ?? ""}
          onChange={({ target }) => setQuery(target.value ? { status: target.value } : {}, { replace: true })}
        >
          <option value="">{t("filter.all")}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(`state.${state}`)}
            </option>
          ))}
        </select>
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {requests?.length === 0 && (
        <Notice title={t(status ? "generations.noneSo" : "generations.none")}>
          <p>{t("generations.noneHelp")}</p>
        </Notice>
      )}
      {!requests && !error && <div className="table-box ghost-rows" aria-busy="true" />}
      {requests && requests.length > 0 && (
        <ul className="rows">
          {requests.map((request) => (
            <GenerationRow key={request.request_id} request={request} />
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
    </Page>
  );
}
