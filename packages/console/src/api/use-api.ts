import { useSession } from "../session/context.js";

/** A call that the server has refused, in the server's words. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface Call {
  /** @default "GET" */
  readonly method?: "GET" | "POST" | "DELETE";
  readonly body?: object;
  readonly signal?: AbortSignal;
}

/** Calls that the client has no method for: keys and usage, which only self-hosted servers have. */
export function useApi(): <Answer>(path: string, call?: Call) => Promise<Answer> {
  const { fetch } = useSession();
  return async <Answer>(path: string, { method = "GET", body, signal }: Call = {}) => {
    const answer = await fetch(path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      ...(signal && { signal }),
    });
    const said = (await answer.json().catch(() => ({}))) as { error_message?: string };
    if (!answer.ok) throw new ApiProblem(answer.status, said.error_message ?? `HTTP ${answer.status}`);
    return said as Answer;
  };
}
