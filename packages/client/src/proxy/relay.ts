import { jsonAnswer, refuse } from "./refusal.js";
import type { Report, UpstreamAnswer } from "./upstream.js";

/** An answer of the API, as a caller of the proxy may have it. */
export interface Relayed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Record<string, unknown>;
  /** Whether it is what the call promises, and not an error. */
  readonly isGood: boolean;
}

/** Statuses and codes by which the API refuses the token, or the account behind it. */
const OF_ACCOUNT = new Set([401, 402, 403, 400002, 400004, 403001]);
/** Extensions that a caller of the proxy can use. */
const USABLE = new Set(["wait", "idempotency-key"]);
/** Characters of the longest message. */
const MAX_MESSAGE = 2000;

/** What of an answer may go back. @throws Refusal where it is none of the API's, or no business of the caller */
export function relay(
  { status, headers: told, value }: UpstreamAnswer,
  { uploads, holdSeconds }: { readonly uploads: boolean | undefined; readonly holdSeconds: number },
  report: Report,
): Relayed {
  const isOk = status >= 200 && status < 300;
  const answer = Object(value) as Record<string, unknown>;
  const code = Number(answer.error_code || (isOk ? 0 : status));
  if (OF_ACCOUNT.has(code) || OF_ACCOUNT.has(status)) {
    report(
      "account",
      `The API refused the proxy's own token or account (HTTP ${status}, ${code}): ${messageOf(answer)}`,
    );
    throw refuse(
      "account",
      "The service refused this application's own account, which is not the caller's fault. Nothing was accepted or charged. Whoever runs this application has to mend it.",
    );
  }
  if ((!isOk && status < 400) || (isOk && (value !== answer || Array.isArray(value)))) {
    const what = isOk ? "no JSON object" : "a redirect or nothing";
    report("malformed", `The API answered HTTP ${status} and ${what}. Check \`baseUrl\`.`);
    throw refuse("lost", "What answered is not the service behind this application.");
  }
  const headers = headersOf(told, uploads, holdSeconds);
  if (code === 0) return { status, headers, body: answer, isGood: true };
  const message = messageOf(answer) || `The service behind this application failed (HTTP ${status}).`;
  const body = {
    error_code: answer.error_code || code,
    error_message: message,
    ...(answer.detail !== undefined && { detail: answer.detail }),
  };
  return { status, headers, body, isGood: false };
}

export const toResponse = ({ status, headers, body }: Relayed): Response => jsonAnswer(body, status, headers);

/** Whether an answer cannot be what a call promises. */
export function malformed(report: Report, what: string): Error {
  report("malformed", `The API answered without ${what}.`);
  return refuse("lost", "What answered is not the service behind this application.");
}

const messageOf = ({ error_message: message }: Record<string, unknown>) =>
  message === undefined ? "" : `${message}`.slice(0, MAX_MESSAGE);

/** One by one, each in its form: nothing else is let through. */
function headersOf(told: Headers, uploads: boolean | undefined, holdSeconds: number): Record<string, string> {
  const headers: Record<string, string> = {};
  const take = (name: string, form: RegExp) => {
    const value = told.get(name);
    if (value !== null && form.test(value)) headers[name] = value;
  };
  take("retry-after", /^[\w ,:+-]{1,64}$/);
  take("preference-applied", /^wait=\d{1,5}$/);
  const names = (told.get("model-api-extensions") ?? "").split(/\s*,\s*/);
  const usable = names.filter(
    (name) => (USABLE.has(name) && (name !== "wait" || holdSeconds > 0)) || (name === "files" && uploads),
  );
  if (usable.length) headers["model-api-extensions"] = usable.join(", ");
  return headers;
}
