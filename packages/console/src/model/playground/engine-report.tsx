import type { EngineReport } from "@model-api/client";
import { useWords } from "../../i18n/context.js";

/** What an engine understood of the input and did, and what it left. It reports in English. */
export function EngineReportView({ report }: { report: EngineReport }) {
  const { t } = useWords();
  return (
    <details>
      <summary>{t("report.title", { engine: report.engine })}</summary>
      <div className="stack tight" lang="en">
        <ul className="report">
          {report.applied.map(({ operation, detail }) => (
            <li key={operation + detail}>
              <strong>{operation}</strong> {detail}
            </li>
          ))}
          {report.ignored.map(({ instruction, reason }) => (
            <li key={instruction + reason} className="ignored">
              <strong>{instruction}</strong> {reason}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
