import type { UntypedModel } from "@model-api/client";
import type { UseModelResult } from "@model-api/react";
import { useEffect, useState } from "react";
import { useWords } from "../../i18n/context.js";
import { useFormats } from "../../parts/format.js";

interface RunStateProps {
  readonly job: UseModelResult<UntypedModel>;
  readonly begunAt: number | undefined;
}

/** Where a run stands: in which state, behind how many, how far, and since when. */
export function RunState({ job, begunAt }: RunStateProps) {
  const { t } = useWords();
  const { span } = useFormats();
  const elapsed = useElapsed(begunAt, job.isRunning);
  if (job.status === "idle") return <p className="quiet">{t("result.idle")}</p>;
  return (
    <div className="run-state">
      <span className={`state ${job.status}`}>{t(`state.${job.status}`)}</span>
      {job.isRunning && (
        <>
          {job.progress === undefined ? (
            <progress aria-label={t("result.progress")} />
          ) : (
            <progress value={job.progress} aria-label={t("result.progress")} />
          )}
          {/* Lines are there before and after they say something: nothing moves when they do. */}
          <span className="line">
            {job.isPaused
              ? t("result.offline")
              : job.status === "in_queue" &&
                job.queuePosition !== undefined &&
                t("result.ahead", { count: job.queuePosition })}
          </span>
          <span className="quiet elapsed line">
            {elapsed !== undefined && t("result.elapsed", { time: span(elapsed) })}
          </span>
        </>
      )}
    </div>
  );
}

/** Milliseconds since a moment, by the second, while something runs. */
function useElapsed(since: number | undefined, isRunning: boolean): number | undefined {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isRunning) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return since === undefined ? undefined : Math.round(Math.max(now - since, 0) / 1000) * 1000;
}
