/** Why a call of ComfyUI has brought no answer that can be used. */
export type HostFailureKind =
  /** There is nobody: the call has certainly not arrived. */
  | "unreachable"
  /** The call may have arrived, and its answer has not. */
  | "lost"
  /** An answer that ComfyUI does not give. */
  | "garbled"
  /** An HTTP status other than 2xx. */
  | "refused";

/** What the operating system and the HTTP client say when a connection was never made. */
const NEVER_CONNECTED =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT|ERR_TLS/;

/** A call that has failed. What it means for the run is decided where the call is made. */
export class HostFailure extends Error {
  override readonly name = "HostFailure";
  readonly kind: HostFailureKind;
  readonly status: number | undefined;
  /** Body of a refusal. */
  readonly body: string;
  /** Of a refusal that says so. */
  readonly retryAfterMs: number | undefined;

  private constructor(
    kind: HostFailureKind,
    message: string,
    { status, body = "", retryAfterMs, cause }: Partial<HostFailure> = {},
  ) {
    super(message, { cause });
    this.kind = kind;
    this.status = status;
    this.body = body;
    this.retryAfterMs = retryAfterMs;
  }

  /** `label` is the call, e.g. `GET /queue`. */
  static lost(label: string, cause: unknown): HostFailure {
    const code = codeOf(cause);
    if (NEVER_CONNECTED.test(code))
      return new HostFailure("unreachable", `${label}: no connection (${code})`, { cause });
    return new HostFailure("lost", `${label}: no answer${code && ` (${code})`}`, { cause });
  }

  static garbled(label: string): HostFailure {
    return new HostFailure("garbled", `${label}: the answer is not one of ComfyUI's`);
  }

  static refused(label: string, { status, headers }: Response, body: string): HostFailure {
    const seconds = Number(headers.get("retry-after") ?? Number.NaN);
    return new HostFailure("refused", `${label}: HTTP ${status}`, {
      status,
      body,
      retryAfterMs: seconds >= 0 ? seconds * 1000 : undefined,
    });
  }
}

function codeOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === "string") return code;
    if (cause instanceof AggregateError) return codeOf(cause.errors[0]);
  }
  return "";
}
