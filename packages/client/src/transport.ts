import type { Answer } from "./contract.js";
import type { Http, SendOptions } from "./http.js";
import { checkModelId, isRequestId } from "./identifiers.js";

type Signal = AbortSignal | undefined;

/** The calls of a request's life, each made once: waiting and repeating are decided elsewhere. Request ids have been checked. */
export interface Transport {
  submit(model: string, input: object, key: string, signal: Signal): Promise<Answer<"submitRequest">>;
  /** @param hold seconds that the server may hold the answer; `held` says whether it does such a thing */
  status(
    requestId: string,
    hold: number,
    signal: Signal,
  ): Promise<{ readonly answer: Answer<"getRequestStatus">; readonly held: boolean }>;
  result(requestId: string, includeCost: boolean, signal: Signal): Promise<Answer<"getRequestResult">>;
  cancel(requestId: string, signal: Signal): Promise<Answer<"cancelRequest">>;
}

/** How many times longer than a read a call may take that carries a body. */
export const WITH_BODY = 10;

export function createTransport(send: Http["send"], attemptTimeout: number): Transport {
  const about = (requestId: string, signal: Signal): SendOptions => ({
    signal,
    requestId,
    timeout: attemptTimeout,
  });
  return {
    submit: (model, input, key, signal) =>
      send<Answer<"submitRequest">>(
        { method: "POST", path: `/v1/models/${checkModelId(model)}`, body: JSON.stringify(input) },
        (answer) => isRequestId(answer.request_id),
        {
          signal,
          timeout: WITH_BODY * attemptTimeout,
          idempotencyKey: key,
          extensions: { "idempotency-key": key },
        },
      ),
    async status(id, hold, signal) {
      const options = about(id, signal);
      let held = false;
      const answer = await send<Answer<"getRequestStatus">>(
        { method: "GET", path: `/v1/requests/${id}/status` },
        (body, headers) => {
          held = headers.has("preference-applied");
          return hasStatus(body);
        },
        hold
          ? { ...options, timeout: attemptTimeout + 1000 * hold, extensions: { prefer: `wait=${hold}` } }
          : options,
      );
      return { answer, held };
    },
    result: (id, includeCost, signal) =>
      send<Answer<"getRequestResult">>({ method: "GET", path: `/v1/requests/${id}/result` }, hasStatus, {
        ...about(id, signal),
        ...(includeCost && { query: { include_cost: true } }),
      }),
    cancel: (id, signal) =>
      send<Answer<"cancelRequest">>(
        { method: "POST", path: `/v1/requests/${id}/cancel` },
        (answer) => typeof answer.outcome === "string",
        about(id, signal),
      ),
  };
}

const hasStatus = ({ status }: { status: unknown }) => typeof status === "string";
