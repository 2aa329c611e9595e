import { useEffect, useState } from "react";
import { useWords } from "../i18n/context.js";

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who do not see it. */
  readonly label?: string;
  readonly children?: string;
}

/** Copies a text, and says so. */
export function CopyButton({ text, label, children }: CopyButtonProps) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<"copied" | "failed">();
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  return (
    <>
      <button
        type="button"
        className="button small"
        aria-label={label}
        onClick={() =>
          navigator.clipboard.writeText(text).then(
            () => setOutcome("copied"),
            () => setOutcome("failed"),
          )
        }
      >
        {children ?? t("copy")}
      </button>
      <span role="status" className={outcome ? "quiet" : "visually-hidden"}>
        {outcome && t(outcome === "copied" ? "copy.done" : "copy.failed")}
      </span>
    </>
  );
}
