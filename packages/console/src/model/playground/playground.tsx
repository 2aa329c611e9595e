import { useState } from "react";
import { useSearchParams } from "wouter";
import { useRequestInput } from "../../api/request-input.js";
import { Failure } from "../../parts/failure.js";
import { draftOf } from "./drafts.js";
import { PlaygroundForm } from "./playground-form.js";

/**
 * Where a model is tried. `?request=<id>` opens a run, with the input that was submitted for it; `?from=<id>` fills in that input alone. Without
 * either the form is as it was left.
 */
export function Playground({ modelId }: { modelId: string }) {
  const [query] = useSearchParams();
  const [opened] = useState(() => query.get("request") ?? query.get("from"));
  const [draft] = useState(() => (opened === null ? draftOf(modelId) : undefined));
  const { data, error, refetch } = useRequestInput(opened);

  if (error)
    return (
      <div className="playground">
        <Failure error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (opened !== null && data === undefined) return <div className="playground" aria-busy="true" />;
  return (
    <PlaygroundForm
      modelId={modelId}
      draft={draft}
      sent={data?.model_id === modelId ? data : undefined}
      isInputGone={data === null}
    />
  );
}
