import { useWords } from "../i18n/context.js";
import { problemKey } from "../i18n/problem-words.js";
import { Notice } from "./notice.js";

interface FailureProps {
  readonly error: Error;
  readonly onRetry?: () => void;
}

/** What went wrong in the words of the page, the details in those of whoever refused it, and another try. */
export function Failure({ error, onRetry }: FailureProps) {
  const { t, language } = useWords();
  return (
    <Notice title={t(problemKey(error, language.messages))} tone="bad">
      {/* The server and the client speak English. */}
      <p lang="en" dir="auto">
        {error.message}
      </p>
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {t("error.retry")}
        </button>
      )}
    </Notice>
  );
}

/** The same in a line, beneath what was tried. */
export function Problem({ error }: { error: Error }) {
  const { t, language } = useWords();
  return (
    <p className="problem" role="alert">
      {t(problemKey(error, language.messages))}. <span lang="en">{error.message}</span>
    </p>
  );
}
