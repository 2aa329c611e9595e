import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** What the hosted service says, and how it fails: a stand-in for it, on a socket of this machine. */

export interface FakeCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  /** Parsed, where it is JSON. */
  readonly body: unknown;
}

/** Answers one call in place of the service. */
export type Fault = (response: ServerResponse) => void;

export interface FakeService {
  readonly url: string;
  readonly calls: readonly FakeCall[];
  submits(): readonly FakeCall[];
  /** Status bodies, one for each look, the last one for all that follow. */
  statuses: object[];
  result: object;
  /** The bytes behind `/out/<name>`, which needs no token. */
  readonly outputs: Map<string, Uint8Array>;
  /** What becomes of the next calls of a kind, in order, before the service is itself again. */
  readonly faults: Record<"submit" | "status" | "result" | "output", Fault[]>;
  close(): Promise<void>;
}

export const TOKEN = "upstream-token-0123456789";

export const json =
  (status: number, body: object, headers: Record<string, string> = {}): Fault =>
  (response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
export const html =
  (status: number): Fault =>
  (response) =>
    response.writeHead(status, { "content-type": "text/html" }).end("<h1>It works, somewhere else</h1>");
/** The call has arrived, and its connection ends without an answer. */
export const hangUp: Fault = (response) => response.destroy();
/** Half of what was promised. */
export const cutShort: Fault = (response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.write(Buffer.alloc(500));
  setImmediate(() => response.destroy());
};
/** The call has arrived, and is never answered. */
export const silence: Fault = () => {};

export async function startFakeService(): Promise<FakeService> {
  const calls: FakeCall[] = [];
  const faults: FakeService["faults"] = { submit: [], status: [], result: [], output: [] };
  const outputs = new Map<string, Uint8Array>();
  let looks = 0;

  const server = createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    const text = (await buffer(request).catch(() => Buffer.alloc(0))).toString();
    calls.push({ method, path, headers, body: text && JSON.parse(text) });
    const kind = kindOf(method, path);
    const fault = kind && faults[kind].shift();
    if (fault) return fault(response);
    if (kind === "output") {
      const bytes = outputs.get(path.replace(/^\/out\/|\?.*$/g, ""));
      response.writeHead(bytes ? 200 : 404).end(bytes);
      return;
    }
    if (headers.authorization !== `Bearer ${TOKEN}`)
      return json(401, { error_code: 400004, error_message: "Token is invalid." })(response);
    if (kind === "submit") {
      looks = 0;
      return json(200, submitted)(response);
    }
    if (kind === "status") {
      const status = fake.statuses[Math.min(looks++, fake.statuses.length - 1)];
      return json(200, { request_id: ID, ...status })(response);
    }
    if (kind === "result") return json(200, { request_id: ID, ...fake.result })(response);
    json(404, { error_code: 404001, error_message: "There is no such thing." })(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const of = (what: string) => `${url}/v1/requests/${ID}/${what}`;
  const submitted = {
    request_id: ID,
    status_url: of("status"),
    result_url: of("result"),
    cancel_url: of("cancel"),
  };

  const fake: FakeService = {
    url,
    calls,
    submits: () => calls.filter(({ method, path }) => kindOf(method, path) === "submit"),
    statuses: [
      { status: "in_queue", queue_position: 2 },
      { status: "in_queue", queue_position: 1 },
      { status: "in_progress" },
      { status: "completed" },
    ],
    result: {
      status: "completed",
      output: { image: `${url}/out/cup.png?X-Amz-Signature=secret` },
      cost: 0.04,
    },
    outputs,
    faults,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

/** What the service calls every request. */
export const ID = "up_1234567890";

function kindOf(method: string, path: string): keyof FakeService["faults"] | undefined {
  if (path.startsWith("/out/")) return "output";
  if (method === "POST" && path.startsWith("/v1/models/")) return "submit";
  if (/\/status$/.test(path)) return "status";
  return /\/result(\?|$)/.test(path) ? "result" : undefined;
}
