import { useWords } from "../i18n/context.js";
import { Notice } from "./notice.js";

interface FailureProps {
  readonly error: Error;
  readonly onRetry?: () => void;
}

/** Why something could not be loaded, in the words of whoever refused it, and another try. */
export function Failure({ error, onRetry }: FailureProps) {
  const { t } = useWords();
  return (
    <Notice title={t("error.title")} tone="bad">
      {/* The server and the client speak English. */}
      <p lang="en">{error.message}</p>
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {t("error.retry")}
        </button>
      )}
    </Notice>
  );
}
