import { useModels } from "@model-api/react";
import { useEffect, useId } from "react";
import { useWords } from "../i18n/context.js";
import { useModelWords } from "../i18n/model-words.js";

export const STATES = ["in_queue", "in_progress", "completed", "failed", "cancelled"] as const;

interface GenerationFiltersProps {
  readonly status: string;
  readonly modelId: string;
  readonly onChange: (name: "status" | "model", value: string) => void;
}

/** Which requests are listed: how they stand, and of which model. */
export function GenerationFilters({ status, modelId, onChange }: GenerationFiltersProps) {
  const { t } = useWords();
  const id = useId();
  const wordsOf = useModelWords();
  const { models, hasNextPage, isFetching, error, fetchNextPage } = useModels({ limit: 100 });
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  // One that is asked for stays to be chosen, also where the server does not have it any more.
  const isKnown = models.some(({ model_id }) => model_id === modelId);

  return (
    <search className="filters two">
      <div className="field">
        <label htmlFor={`${id}-model`}>{t("generations.model")}</label>
        <select id={`${id}-model`} value={modelId} onChange={({ target }) => onChange("model", target.value)}>
          <option value="">{t("filter.all")}</option>
          {modelId && !isKnown && <option>{modelId}</option>}
          {models.map((model) => (
            <option key={model.model_id} value={model.model_id}>
              {wordsOf(model).name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-status`}>{t("generations.state")}</label>
        <select
          id={`${id}-status`}
          value={status}
          onChange={({ target }) => onChange("status", target.value)}
        >
          <option value="">{t("filter.all")}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(`state.${state}`)}
            </option>
          ))}
        </select>
      </div>
    </search>
  );
}
