import type { IncomingMessage, ServerResponse } from "node:http";
import { type Served, serve } from "./set-up.js";

export interface FakeApiOptions {
  /** Whether it honours idempotency keys, and says so. @default true */
  readonly honoursKeys?: boolean;
  /** Whether it takes files. @default false */
  readonly takesFiles?: boolean;
}

interface Submitted {
  readonly id: string;
  readonly model: string;
  readonly key: string;
  readonly body: string;
  status: string;
}

/** The Model API, as far as submits, waits and files go, that counts what would be paid for. */
export interface FakeApi extends Served {
  /** Every request that it has accepted: each of them is charged. */
  readonly charged: Submitted[];
  /** Files that were uploaded. */
  readonly uploads: number;
  /** What becomes of the next submits, once they have been accepted: the first takes the first. */
  readonly faults: ((response: ServerResponse) => void)[];
  /** Answers of the next submits, which are not accepted. */
  readonly refusals: { readonly status: number; readonly body?: object }[];
  /** What the outputs are; nothing where they are not asked for. */
  files: Buffer | undefined;
  /** How requests stand that are submitted from now on. @default "completed" */
  status: string;
}

/** The connection is lost once the submit has been accepted. */
export const LOSE_ANSWER = (response: ServerResponse): void => void response.destroy();

export async function fakeApi({
  honoursKeys = true,
  takesFiles = false,
}: FakeApiOptions = {}): Promise<FakeApi> {
  const charged: Submitted[] = [];
  const extensions = [honoursKeys && "idempotency-key", takesFiles && "files"].filter(Boolean).join(", ");

  const served = await serve(async (request, response) => {
    if (request.url?.endsWith(".png")) return void response.end(api.files);
    let body = "";
    for await (const piece of request) body += piece;
    if (extensions) response.setHeader("model-api-extensions", extensions);
    const key = `${request.headers["idempotency-key"] ?? ""}`;
    if (honoursKeys && key) response.setHeader("idempotency-key", key);
    const told = answer(request, body, key);
    const { status, json, fault } = told;
    if (fault) return fault(response);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
  });

  function answer(request: IncomingMessage, body: string, key: string): Told {
    const { method, url = "" } = request;
    const [, id, call] = /^\/v1\/requests\/([^/]+)\/(\w+)/.exec(url) ?? [];
    if (method === "POST" && url.startsWith("/v1/models/")) return submit(url.slice(11), body, key);
    if (method === "POST" && url === "/v1/files") {
      api.uploads++;
      return { status: 200, json: { url: `${api.url}/files/${api.uploads}` } };
    }
    if (url.startsWith("/v1/models/categories")) return { status: 200, json: { categories: [] } };
    const found = charged.find((one) => one.id === id);
    if (!found) return { status: 404, json: { error_code: 404001, error_message: "no such request" } };
    if (call === "cancel") found.status = "cancelled";
    const { status, model } = found;
    const output = status === "completed" && { output: { image: `${api.url}/${id}.png` } };
    const error = status === "failed" && { error: { code: "engine_failed", message: "it broke" } };
    const outcome = call === "cancel" && { outcome: "cancelled" };
    return {
      status: 200,
      json: {
        request_id: id,
        status,
        model_id: model,
        created_at: "2026-01-01T00:00:00Z",
        ...output,
        ...error,
        ...outcome,
      },
    };
  }

  function submit(model: string, body: string, key: string): Told {
    const refusal = api.refusals.shift();
    if (refusal) return { status: refusal.status, json: refusal.body ?? {} };
    const earlier = honoursKeys ? charged.find((one) => one.key === key) : undefined;
    if (earlier && earlier.body !== body)
      return { status: 422, json: { error_code: 422, error_message: "the key belongs to another input" } };
    const made = earlier ?? { id: `r${charged.length + 1}`, model, key, body, status: api.status };
    if (!earlier) charged.push(made);
    const fault = api.faults.shift();
    return { status: 200, json: { request_id: made.id }, ...(fault && { fault }) };
  }

  const api: { -readonly [Name in keyof FakeApi]: FakeApi[Name] } = {
    ...served,
    charged,
    uploads: 0,
    faults: [],
    files: undefined,
    refusals: [],
    status: "completed",
  };
  return api;
}

interface Told {
  readonly status: number;
  readonly json: object;
  readonly fault?: (response: ServerResponse) => void;
}
