import { type RequestInput, untyped } from "@model-api/client";
import { useModelSchema } from "@model-api/react";
import { type MediaField, useModelForm } from "@model-api/react/form";
import { useId, useMemo, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import { useWords } from "../../i18n/context.js";
import { useIssueWords } from "../../i18n/issue-words.js";
import { useModelWords } from "../../i18n/model-words.js";
import { Failure } from "../../parts/failure.js";
import { CopyAs } from "./copy-as.js";
import { keepDraft } from "./drafts.js";
import { FieldControl } from "./field-control.js";
import { ResultPanel } from "./result-panel.js";

interface PlaygroundFormProps {
  readonly modelId: string;
  /** What was entered before, and not yet sent. */
  readonly draft: Readonly<Record<string, unknown>> | undefined;
  /** What was sent for the request that is opened. */
  readonly sent: RequestInput | undefined;
  /** Whether the server does not tell what was sent for it. */
  readonly isInputGone: boolean;
}

export function PlaygroundForm({ modelId, draft, sent, isInputGone }: PlaygroundFormProps) {
  const { t } = useWords();
  const wordsOfIssue = useIssueWords();
  const headingId = useId();
  const [query, setQuery] = useSearchParams();
  const model = useMemo(() => untyped(modelId), [modelId]);
  const { data } = useModelSchema(modelId);
  const words = useModelWords()({ ...data?.metadata, model_id: modelId });
  const [begun, setBegun] = useState({
    at: sent && Date.parse(sent.created_at),
    input: sent?.input as Readonly<Record<string, unknown>> | undefined,
  });
  const submitted = useRef({ at: 0, input: {} as Readonly<Record<string, unknown>> });

  const form = useModelForm(model, {
    initialInput: sent?.input,
    draft,
    onInputChange: (input) => keepDraft(modelId, input),
    requestId: query.get("request"),
    onSubmitted(requestId) {
      setQuery(
        (last) => {
          const next = new URLSearchParams(last);
          next.delete("from");
          next.set("request", requestId);
          return next;
        },
        { replace: true },
      );
    },
  });
  const { model: job, fields } = form;
  const example = data?.examples?.[0]?.input as Record<string, unknown> | undefined;
  const firstMedia = fields.find((field): field is MediaField => field.kind === "media");

  return (
    <div className="playground">
      <form
        className="card stack"
        aria-labelledby={headingId}
        {...form.formProps}
        onPaste={firstMedia?.dropProps.onPaste}
        onSubmit={(event) => {
          submitted.current = { at: Date.now(), input: form.getInput() };
          if (form.isValid) setBegun(submitted.current);
          form.formProps.onSubmit(event);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
      >
        <div className="panel-head">
          <h2 id={headingId}>{t("playground.input")}</h2>
          <div className="actions">
            {example && (
              <button type="button" className="button small" onClick={() => form.setInput(example)}>
                {t("playground.example")}
              </button>
            )}
            <button type="button" className="button small" onClick={() => form.setInput({})}>
              {t("playground.clear")}
            </button>
          </div>
        </div>
        {isInputGone && (
          <p className="callout" role="status">
            {t("playground.inputGone")}
          </p>
        )}
        {form.loadError && <Failure error={form.loadError} />}
        {fields.map((field) => (
          <FieldControl key={field.name} field={field} words={words} />
        ))}
        {form.issues.map((issue) => {
          const { text, languageTag } = wordsOfIssue(issue, issue.path.join("."));
          return (
            <p key={text} className="problem" role="alert" lang={languageTag}>
              {text}
            </p>
          );
        })}
        <div className="actions run">
          <button type="submit" className="button primary" disabled={job.isRunning || form.isLoading}>
            {t(job.status === "submitting" ? "playground.submitting" : "playground.run")}
          </button>
          <span className="quiet shortcut">
            {t("playground.shortcut", {
              keys: navigator.platform.startsWith("Mac") ? "⌘ ⏎" : "Ctrl + Enter",
            })}
          </span>
        </div>
        <CopyAs
          modelId={modelId}
          input={form.getInput()}
          outputKind={data?.metadata?.output_kind ?? "image"}
        />
      </form>
      <ResultPanel modelId={modelId} job={job} begunAt={begun.at} sentInput={begun.input} />
    </div>
  );
}
