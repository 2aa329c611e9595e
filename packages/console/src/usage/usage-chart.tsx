import { useWords } from "../i18n/context.js";
import type { Outcomes } from "./summarise.js";

const SERIES = ["completed", "failed", "cancelled", "open"] as const;
const WIDTH = 720;
const HEIGHT = 200;
const BASE = HEIGHT - 22;

interface UsageChartProps {
  readonly days: readonly (readonly [day: string, sum: Outcomes])[];
}

/** Requests a day, in the colours of what became of them. The table beneath says the same in numbers. */
export function UsageChart({ days }: UsageChartProps) {
  const { t, language } = useWords();
  const most = Math.max(...days.map(([, sum]) => sum.submitted), 1);
  const step = WIDTH / days.length;
  const date = new Intl.DateTimeFormat(language.code, { day: "numeric", month: "short", timeZone: "UTC" });
  const shown = (day: string) => date.format(new Date(`${day}T00:00:00Z`));
  const every = Math.ceil(days.length / 8);

  return (
    <figure className="card chart">
      <figcaption>
        <h2>{t("usage.chart")}</h2>
        <ul className="legend">
          {SERIES.map((name) => (
            <li key={name} className={`series-${name}`}>
              {t(`usage.${name}`)}
            </li>
          ))}
        </ul>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t("usage.chartLabel", { most })}>
        {days.map(([day, sum], index) => {
          let top = BASE;
          return (
            <g key={day}>
              <title>{`${shown(day)}: ${sum.submitted}`}</title>
              <rect x={index * step} y={0} width={step} height={BASE} fill="transparent" />
              {SERIES.map((name) => {
                const height = (sum[name] / most) * (BASE - 14);
                top -= height;
                return (
                  height > 0 && (
                    <rect
                      key={name}
                      className={`bar-${name}`}
                      x={index * step + step * 0.15}
                      y={top}
                      width={step * 0.7}
                      height={height}
                    />
                  )
                );
              })}
              {index % every === 0 && (
                <text
                  x={index === 0 ? 0 : index * step + step / 2}
                  y={HEIGHT - 5}
                  textAnchor={index === 0 ? "start" : "middle"}
                >
                  {shown(day)}
                </text>
              )}
            </g>
          );
        })}
        <line x1="0" x2={WIDTH} y1={BASE} y2={BASE} className="axis" />
        <text x="0" y="10">
          {most}
        </text>
      </svg>
    </figure>
  );
}
