/**
 * A service on the loopback interface that speaks this project's protocol and those of the peers; its jobs last as long as
 * their input says. usage: main [holds], as a child with a channel: it sends its port, and ends when its parent does.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fal } from "./fal.js";
import { held } from "./held.js";
import { Jobs } from "./jobs.js";
import { modelApi } from "./model-api.js";
import type { Answer, Protocol } from "./protocol.js";
import { replicate } from "./replicate.js";

const jobs = new Jobs();

const PROTOCOLS: Record<string, Protocol> = {
  "/fal": fal,
  "/replicate": replicate,
  "/held": held,
  "/v1": modelApi({ holds: process.argv[2] === "holds" }),
  "/jobs": () => ({ body: jobs.records() }),
};

const server = createServer(async (request, response) => {
  const [path = ""] = (request.url ?? "").split("?");
  const [prefix, protocol] = Object.entries(PROTOCOLS).find(([start]) => path.startsWith(`${start}/`)) ?? [];
  const answer = await protocol?.(
    {
      method: request.method ?? "",
      origin: `http://${request.headers.host}`,
      // This project's paths begin with their version; the peers' protocols are put in folders.
      path: prefix === "/v1" ? path : path.slice(prefix?.length),
      prefer: request.headers.prefer as string | undefined,
      body: await bodyOf(request),
    },
    jobs,
  );
  await send(response, answer ?? { status: 404, body: { error: `there is no ${path}` } });
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  return body;
}

async function send(response: ServerResponse, { status = 200, headers, body }: Answer): Promise<void> {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  if (!(Symbol.asyncIterator in body)) return void response.end(JSON.stringify(body));
  for await (const piece of body) response.write(piece);
  response.end();
}

// A pause between two suites must not close a connection that a client is about to use again.
server.keepAliveTimeout = 120_000;
server.requestTimeout = 0;
server.listen({ port: 0, host: "127.0.0.1", backlog: 2048 }, () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.once("disconnect", () => process.exit());
