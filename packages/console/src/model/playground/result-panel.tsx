import { type CancelOutcome, files, type UntypedModel } from "@model-api/client";
import type { UseModelResult } from "@model-api/react";
import { useEffect, useId, useState } from "react";
import { useWords } from "../../i18n/context.js";
import { CopyButton } from "../../parts/copy-button.js";
import { Failure, Problem } from "../../parts/failure.js";
import { useFormats } from "../../parts/format.js";
import { Compare } from "./compare.js";
import { EngineReportView } from "./engine-report.js";
import { FileFacts } from "./file-facts.js";
import { RunState } from "./run-state.js";
import { useBefore } from "./use-before.js";

interface ResultPanelProps {
  readonly modelId: string;
  readonly job: UseModelResult<UntypedModel>;
  /** When the run that is shown was begun, where that is known. */
  readonly begunAt: number | undefined;
  readonly sentInput: Readonly<Record<string, unknown>> | undefined;
}

/** What becomes of a run, in a frame whose size is the same before and after: nothing jumps when a result arrives. */
export function ResultPanel({ modelId, job, begunAt, sentInput }: ResultPanelProps) {
  const { t } = useWords();
  const { span } = useFormats();
  const headingId = useId();
  const before = useBefore(sentInput);
  const [outcome, setOutcome] = useState<{ requestId: string | undefined; outcome: CancelOutcome | Error }>();
  const { requestId, status, output, error } = job;
  useEffect(() => {
    setOutcome((last) => (last?.requestId === requestId ? last : undefined));
  }, [requestId]);
  const made = output ? files(output) : [];
  const request = job.request;
  const took =
    request?.createdAt &&
    request.finishedAt &&
    Date.parse(request.finishedAt) - Date.parse(request.createdAt);

  async function cancel() {
    try {
      const told = await job.cancel();
      if (told) setOutcome({ requestId, outcome: told });
    } catch (problem) {
      setOutcome({ requestId, outcome: problem as Error });
    }
  }

  return (
    <section className="card stack result" aria-labelledby={headingId}>
      <div className="panel-head">
        <h2 id={headingId}>{t("result.title")}</h2>
        {job.isRunning && (
          <button type="button" className="button small danger" onClick={() => void cancel()}>
            {t("result.cancel")}
          </button>
        )}
      </div>
      <div className="stage">
        {made.length > 0 ? (
          <Compare file={made[0]} before={made[0]?.kind === "image" ? before : undefined} />
        ) : (
          <RunState job={job} begunAt={begunAt} />
        )}
      </div>
      <div className="visually-hidden" role="status">
        {status !== "idle" && t(`state.${status}`)}
      </div>
      {/* Above all that arrives later, so that it is not moved by it. */}
      {requestId && (
        <div className="actions">
          <CopyButton text={linkTo(modelId, requestId)}>{t("result.copyLink")}</CopyButton>
          <span className="quiet request-id">
            {t("result.request")} <code>{requestId}</code>
          </span>
        </div>
      )}
      {outcome &&
        (outcome.outcome instanceof Error ? (
          <Problem error={outcome.outcome} />
        ) : (
          <p className="callout" role="status">
            {t(`cancel.${outcome.outcome}`)}
          </p>
        ))}
      {error && status !== "cancelled" && (
        <Failure error={error} {...(requestId && !request ? { onRetry: job.refetch } : {})} />
      )}
      {made.length > 0 && (
        <>
          {typeof took === "number" && <p className="quiet">{t("result.took", { time: span(took) })}</p>}
          <ul className="stack tight">
            {made.map((file, index) => (
              <FileFacts
                key={file.url}
                file={file}
                name={`${modelId.replaceAll("/", "-")}-${requestId}${made.length > 1 ? `-${index + 1}` : ""}`}
              />
            ))}
          </ul>
        </>
      )}
      {request?.status === "completed" && request.engineReport && (
        <EngineReportView report={request.engineReport} />
      )}
    </section>
  );
}

const linkTo = (modelId: string, requestId: string) =>
  `${location.origin}/models/${modelId}?request=${requestId}`;
