import { useMemo } from "react";
import { useWords } from "../i18n/context.js";

export interface Formats {
  moment(time: string | number | Date): string;
  /** A span of time, such as `1.4 s` or `2 min 5 s`. */
  span(milliseconds: number): string;
  bytes(count: number): string;
  number(value: number): string;
}

/** Dates, times and sizes as the language of the page writes them. */
export function useFormats(): Formats {
  const { language } = useWords();
  return useMemo(() => {
    const { code } = language;
    const dates = new Intl.DateTimeFormat(code, { dateStyle: "medium", timeStyle: "short" });
    const unit = (value: number, name: string, digits = 0) =>
      new Intl.NumberFormat(code, {
        style: "unit",
        unit: name,
        unitDisplay: "short",
        maximumFractionDigits: digits,
      }).format(value);
    return {
      moment: (time) => dates.format(new Date(time)),
      span(milliseconds) {
        const seconds = Math.max(milliseconds, 0) / 1000;
        if (seconds < 60) return unit(seconds, "second", seconds < 10 ? 1 : 0);
        return `${unit(Math.floor(seconds / 60), "minute")} ${unit(Math.floor(seconds % 60), "second")}`;
      },
      bytes(count) {
        if (count < 1000) return unit(count, "byte");
        return count < 1e6 ? unit(count / 1e3, "kilobyte") : unit(count / 1e6, "megabyte", 1);
      },
      number: (value) => new Intl.NumberFormat(code).format(value),
    };
  }, [language]);
}
