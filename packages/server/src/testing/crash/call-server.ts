import type { ServerProcess } from "./processes.js";

/** What there may be in an answer. */
export interface Answer {
  readonly request_id?: string;
  readonly status?: string;
  readonly outcome?: string;
  readonly output?: { readonly image?: string; readonly images?: readonly string[] };
  readonly error?: { readonly code?: string };
}

/** One call of a server process; throws unless its answer is a 2xx. */
export async function callServer(
  { url, token }: ServerProcess,
  method: string,
  path: string,
  body?: object,
  key?: string,
): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      ...(key !== undefined && { "idempotency-key": key }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}
