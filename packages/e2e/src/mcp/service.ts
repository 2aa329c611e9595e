import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { PIXEL } from "./engine.js";

/** The hosted service, as far as prices and submits go: it charges, and promises no idempotency. */
export interface PaidService {
  readonly env: Readonly<Record<string, string>>;
  /** Submits that it has accepted, and charges. */
  readonly submitted: readonly string[];
  /** What a model says of its price; it may change while a test runs. */
  price: object;
  /** Answers the next submit once it has been accepted. */
  answer: ((response: ServerResponse) => void) | undefined;
  close(): Promise<void>;
}

/** A token that must turn up nowhere. */
export const SECRET = "rc-secret-token-0123456789";

export async function openPaidService(): Promise<PaidService> {
  const submitted: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const { method, url = "" } = request;
    const json = (status: number, answer: object) =>
      void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
    const model = (model_id: string) => ({
      model_id,
      display_name: "A model",
      kind: "model",
      categories: ["text-to-image"],
      ...service.price,
    });
    const [, id, call] = /^\/v1\/requests\/(\w+)\/(\w+)/.exec(url) ?? [];
    if (url === "/out.png") return void response.end(PIXEL);
    if (url.startsWith("/v1/models?")) return json(200, { models: [], total: 0 });
    if (method === "POST" && url.startsWith("/v1/models/")) {
      submitted.push(body);
      const answer = service.answer;
      service.answer = undefined;
      if (answer) return answer(response);
      return json(200, { request_id: `r${submitted.length}` });
    }
    if (url.startsWith("/v1/models/")) return json(200, model(url.slice(11)));
    const output = { image: `http://${request.headers.host}/out.png` };
    if (call === "status") return json(200, { request_id: id, status: "completed" });
    if (call === "result") return json(200, { request_id: id, status: "completed", output, cost: 0.04 });
    return json(404, { error_code: 404001, error_message: `there is no ${url}` });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const service: PaidService = {
    env: {
      RUNCOMFY_MODEL_API_BASE: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      RUNCOMFY_TOKEN: SECRET,
    },
    submitted,
    price: { base_price_usd: 0.04, price_unit: "output", price_quantity: { count: 1 } },
    answer: undefined,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}
