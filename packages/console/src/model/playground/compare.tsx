import type { OutputFile } from "@model-api/client";
import { useState } from "react";
import { useWords } from "../../i18n/context.js";
import { OutputMedia } from "../../parts/output-media.js";

interface CompareProps {
  readonly file: OutputFile | undefined;
  /** The picture as it was. */
  readonly before: string | undefined;
}

/** A result, with a slider that uncovers what it was made from, where that is known. */
export function Compare({ file, before }: CompareProps) {
  const { t } = useWords();
  const [share, setShare] = useState(0);
  if (!file) return null;
  if (!before) return <OutputMedia file={file} alt={t("result.alt")} />;
  return (
    <div className="compare">
      <OutputMedia file={file} alt={t("result.alt")} />
      <img
        className="before"
        src={before}
        alt={t("result.before")}
        style={{ clipPath: `inset(0 ${100 - share}% 0 0)` }}
      />
      {share > 0 && <span className="divider" style={{ left: `${share}%` }} />}
      <label className="slider">
        <span>{t("result.compare")}</span>
        <input
          type="range"
          min="0"
          max="100"
          value={share}
          dir="ltr"
          onChange={({ target }) => setShare(Number(target.value))}
        />
      </label>
    </div>
  );
}
