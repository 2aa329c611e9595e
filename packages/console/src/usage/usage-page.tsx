import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useApi } from "../api/use-api.js";
import { useWords } from "../i18n/context.js";
import { useKeys } from "../keys/use-keys.js";
import { Failure } from "../parts/failure.js";
import { useFormats } from "../parts/format.js";
import { Notice } from "../parts/notice.js";
import { Page } from "../parts/page.js";
import { addUp, byDay, groupBy, type Outcomes, type UsageEntry } from "./summarise.js";
import { UsageChart } from "./usage-chart.js";

const RANGES = [7, 30, 90] as const;

/** What has been asked of the server: by day and outcome, by model, by key. */
export default function UsagePage() {
  const { t } = useWords();
  const { span, number } = useFormats();
  const call = useApi();
  const id = useId();
  const [days, setDays] = useState<number>(30);
  const [model, setModel] = useState("");
  const [key, setKey] = useState("");
  const { data, error, refetch } = useQuery({
    queryKey: ["usage", days],
    queryFn: async ({ signal }) =>
      (await call<{ usage: UsageEntry[] }>(`/v1/usage?since=${days - 1}d`, { signal })).usage,
  });
  // Only whoever may manage keys learns their names.
  const { data: keys } = useKeys();
  const nameOf = (keyId: string) => keys?.find(({ key_id }) => key_id === keyId)?.name ?? keyId;
  const all = data ?? [];
  const shown = all.filter((entry) => (!model || entry.model_id === model) && (!key || entry.key_id === key));
  const total = addUp(shown);

  return (
    <Page title={t("usage.title")} intro={t("usage.intro")}>
      <div className="filters">
        <div className="field">
          <label htmlFor={`${id}-model`}>{t("usage.model")}</label>
          <select id={`${id}-model`} value={model} onChange={({ target }) => setModel(target.value)}>
            <option value="">{t("filter.all")}</option>
            {groupBy(all, "model_id").map(([name]) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-key`}>{t("usage.key")}</label>
          <select id={`${id}-key`} value={key} onChange={({ target }) => setKey(target.value)}>
            <option value="">{t("filter.all")}</option>
            {groupBy(all, "key_id").map(([keyId]) => (
              <option key={keyId} value={keyId}>
                {nameOf(keyId)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-days`}>{t("usage.range")}</label>
          <select id={`${id}-days`} value={days} onChange={({ target }) => setDays(Number(target.value))}>
            {RANGES.map((each) => (
              <option key={each} value={each}>
                {t("usage.days", { count: each })}
              </option>
            ))}
          </select>
        </div>
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && total.submitted === 0 && (
        <Notice title={t("usage.none")}>
          <p>{t("usage.noneHelp")}</p>
        </Notice>
      )}
      {total.submitted > 0 && (
        <>
          <dl className="sums">
            {(["submitted", "completed", "failed", "cancelled"] as const).map((name) => (
              <div key={name} className="card">
                <dt className="quiet">{t(`usage.${name}`)}</dt>
                <dd>{number(total[name])}</dd>
              </div>
            ))}
            <div className="card">
              <dt className="quiet">{t("usage.runTime")}</dt>
              <dd>{span(total.runMs)}</dd>
            </div>
          </dl>
          <UsageChart days={byDay(shown, days, new Date())} />
          <UsageTable title={t("usage.byModel")} rows={groupBy(shown, "model_id")} />
          <UsageTable
            title={t("usage.byKey")}
            rows={groupBy(shown, "key_id").map(([keyId, sum]) => [nameOf(keyId), sum] as const)}
          />
        </>
      )}
    </Page>
  );
}

interface UsageTableProps {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, sum: Outcomes])[];
}

function UsageTable({ title, rows }: UsageTableProps) {
  const { t } = useWords();
  const { span, number } = useFormats();
  const columns = ["submitted", "completed", "failed", "cancelled", "open"] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus.
    <section className="table-box" tabIndex={0} aria-label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {columns.map((name) => (
              <th key={name} scope="col" className="number">
                {t(`usage.${name}`)}
              </th>
            ))}
            <th scope="col" className="number">
              {t("usage.runTime")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, sum]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((column) => (
                <td key={column} className="number">
                  {number(sum[column])}
                </td>
              ))}
              <td className="number">{span(sum.runMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
