import { useState } from "react";
import { useWords } from "../../i18n/context.js";
import { CodeBlock } from "../../parts/code-block.js";
import { type Submission, submitSnippets } from "../snippets/submit.js";

const LANGUAGES = ["curl", "typescript", "react", "cli", "json"] as const;

/** The form as it stands, as code. */
export function CopyAs({ modelId, input, outputKind }: Omit<Submission, "origin">) {
  const { t } = useWords();
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number]>("curl");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="copy-as" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t("playground.copyAs")}</summary>
      {isOpen && (
        <CodeBlock
          label={t("playground.code")}
          languages={LANGUAGES}
          language={language}
          onChoose={setLanguage}
          code={submitSnippets[language]({ origin: location.origin, modelId, input, outputKind })}
        />
      )}
    </details>
  );
}
