import type { ServerResponse } from "node:http";
import { listen } from "../harness.js";

/** A picture of one pixel. */
export const PIXEL: Buffer = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** How a request of the service goes. */
export interface Script {
  /** Statuses in the order in which they are told; the last stays. @default completed at once */
  readonly statuses?: readonly object[];
  /** Answers a cancel. @default not cancellable */
  readonly cancel?: (response: ServerResponse, id: string) => void;
  /** Answers a submit, where that is not to be accepted; gives false where it is. */
  readonly submit?: (response: ServerResponse, body: Record<string, unknown>) => boolean;
  /** Sends the file of an output. @default a picture of one pixel */
  readonly file?: (response: ServerResponse) => void;
  /** The result, where it is no picture. */
  readonly result?: (id: string) => object | undefined;
  /** Statuses of a request, by what was submitted. */
  readonly statusesOf?: (body: Record<string, unknown>) => readonly object[] | undefined;
}

export interface Service {
  readonly url: string;
  readonly calls: readonly string[];
  /** The bodies of the submits that have been accepted, in order. Request `r1` is the first. */
  readonly submitted: readonly Record<string, unknown>[];
  readonly env: Record<string, string>;
}

/** A service as the hosted one is: no extensions, no idempotency. It counts what it would bill. */
export async function startService(script: Script = {}): Promise<Service> {
  const submitted: Record<string, unknown>[] = [];
  const told = new Map<string, number>();
  const json = (response: ServerResponse, body: object, status = 200) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  const service = await listen((request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const [, id = "", call] = /^\/v1\/requests\/(\w+)\/(\w+)$/.exec(path) ?? [];
      const body = submitted[Number(id.slice(1)) - 1];
      if (path === "/file.png")
        return script.file ? script.file(response) : response.writeHead(200).end(PIXEL);
      if (path === "/v1/models/categories") return json(response, { categories: [] });
      if (request.method === "POST" && path.startsWith("/v1/models/")) {
        const input = JSON.parse(Buffer.concat(chunks).toString("utf8"));
        if (script.submit?.(response, input)) return undefined;
        submitted.push(input);
        const urls = { status_url: "x", result_url: "x", cancel_url: "x" };
        return json(response, { request_id: `r${submitted.length}`, ...urls });
      }
      if (request.method === "GET" && path.startsWith("/v1/models"))
        return json(response, path === "/v1/models" ? { models: [], total: 0 } : priced(path.slice(11)));
      if (!body) return json(response, { error_code: 404001, error_message: `no ${path}` }, 404);
      const statuses = script.statusesOf?.(body) ?? script.statuses ?? [{ status: "completed" }];
      const at = Math.min(told.get(id) ?? 0, statuses.length - 1);
      if (call === "cancel")
        return script.cancel
          ? script.cancel(response, id)
          : json(response, { request_id: id, status: "in_progress", outcome: "not_cancellable" });
      if (call === "status") {
        told.set(id, at + 1);
        return json(response, { request_id: id, ...statuses[at] });
      }
      const output = { image: `${service.url}/file.png` };
      const result = script.result?.(id) ?? { ...statuses[at], output };
      return json(response, { request_id: id, ...result });
    });
  });
  const env = { RUNCOMFY_MODEL_API_BASE: service.url, RUNCOMFY_TOKEN: "secret-token-0123456789" };
  return { ...service, submitted, env };
}

function priced(modelId: string): object {
  return {
    model_id: modelId,
    display_name: "A model",
    kind: "model",
    categories: ["image-edit"],
    base_price_usd: 0.04,
    price_unit: "output",
    price_quantity: { count: 1 },
  };
}
