import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useWords } from "../../i18n/context.js";
import { Code } from "../../parts/code-block.js";
import { useFormats } from "../../parts/format.js";
import { useSession } from "../../session/context.js";
import type { RequestCall } from "../snippets/follow.js";

interface Answer {
  readonly status: number;
  readonly ms: number;
  readonly text: string;
}

/** Makes a call with the key of the session, and keeps what was answered. */
function useTry() {
  const { fetch } = useSession();
  const [answer, setAnswer] = useState<Answer>();
  const [isCalling, setIsCalling] = useState(false);

  async function call(path: string, init: RequestInit): Promise<unknown> {
    setIsCalling(true);
    const began = performance.now();
    try {
      const response = await fetch(path, init);
      const text = await response.text();
      setAnswer({ status: response.status, ms: performance.now() - began, text: pretty(text) });
      return JSON.parse(text);
    } catch (error) {
      setAnswer((last) => last ?? { status: 0, ms: performance.now() - began, text: String(error) });
      return undefined;
    } finally {
      setIsCalling(false);
    }
  }

  return { answer, isCalling, call };
}

interface TrySubmitProps {
  readonly modelId: string;
  readonly input: object;
  readonly onSubmitted: (requestId: string) => void;
}

export function TrySubmit({ modelId, input, onSubmitted }: TrySubmitProps) {
  const { t } = useWords();
  const { answer, isCalling, call } = useTry();
  const id = useId();
  const path = `/v1/models/${modelId}`;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const body = String(new FormData(event.currentTarget).get("body"));
    const told = await call(path, { method: "POST", body, headers: { "content-type": "application/json" } });
    const requestId = (told as { request_id?: unknown } | undefined)?.request_id;
    if (typeof requestId === "string") onSubmitted(requestId);
  }

  return (
    <TryBox call={`POST ${path}`} answer={answer}>
      <form className="stack tight" onSubmit={submit}>
        <div className="field">
          <label htmlFor={id}>{t("try.body")}</label>
          <textarea
            id={id}
            name="body"
            className="code"
            rows={8}
            dir="ltr"
            spellCheck={false}
            defaultValue={JSON.stringify(input, undefined, 2)}
          />
        </div>
        <div className="actions">
          <button type="submit" className="button" disabled={isCalling}>
            {t("try.send")}
          </button>
          <span className="quiet">{t("try.real")}</span>
        </div>
      </form>
    </TryBox>
  );
}

interface TryRequestProps {
  readonly call: RequestCall;
  readonly requestId: string;
  readonly onChange: (requestId: string) => void;
}

export function TryRequest({ call: name, requestId, onChange }: TryRequestProps) {
  const { t } = useWords();
  const { answer, isCalling, call } = useTry();
  const id = useId();
  const method = name === "cancel" ? "POST" : "GET";
  return (
    <TryBox call={`${method} /v1/requests/{request_id}/${name}`} answer={answer}>
      <form
        className="url-row"
        onSubmit={(event) => {
          event.preventDefault();
          if (requestId) void call(`/v1/requests/${encodeURIComponent(requestId)}/${name}`, { method });
        }}
      >
        <input
          id={id}
          className="mono"
          aria-label={t("try.requestId")}
          placeholder={t("try.requestId")}
          value={requestId}
          dir="ltr"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value.trim())}
        />
        <button type="submit" className="button" disabled={isCalling || !requestId}>
          {t("try.send")}
        </button>
      </form>
    </TryBox>
  );
}

interface TryBoxProps {
  readonly call: string;
  readonly answer: Answer | undefined;
  readonly children: ReactNode;
}

function TryBox({ call, answer, children }: TryBoxProps) {
  const { t } = useWords();
  const { span } = useFormats();
  return (
    <details className="try">
      <summary>
        {t("try.title")} <code dir="ltr">{call}</code>
      </summary>
      <div className="stack tight">
        {children}
        <div role="status">
          {answer && (
            <p className={`state ${answer.status >= 200 && answer.status < 300 ? "completed" : "failed"}`}>
              {answer.status || t("try.noAnswer")} · {span(answer.ms)}
            </p>
          )}
        </div>
        {answer && <Code label={t("try.answer", { call })}>{answer.text}</Code>}
      </div>
    </details>
  );
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
