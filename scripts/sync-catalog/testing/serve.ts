import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { Timing } from "../retry.js";

export interface Served {
  readonly url: string;
  /** Path and query of every request so far. */
  readonly requests: string[];
}

/** A real server on loopback, gone when the test is over. */
export async function serve(
  answer: (request: IncomingMessage, response: ServerResponse, count: number) => void,
): Promise<Served> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    answer(request, response, requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

/** A server that pages through entries; the page is made by the test. */
export function servePages(page: (offset: number, limit: number, count: number) => unknown): Promise<Served> {
  return serve((request, response, count) => {
    const { searchParams } = new URL(request.url ?? "", "http://x");
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify(page(Number(searchParams.get("offset")), Number(searchParams.get("limit")), count)),
    );
  });
}

/** Time that does not pass, and chance that is none; keeps the pauses. */
export function fakeTiming(): Timing & { readonly pauses: number[] } {
  const pauses: number[] = [];
  return {
    pauses,
    sleep: async (ms) => {
      pauses.push(ms);
    },
    random: () => 0.5,
    now: () => Date.parse("2026-01-01T00:00:00Z"),
  };
}
