import { createClient } from "@model-api/client";
import { modelApi } from "@model-api/react/queries";
import { dehydrate, QueryClient } from "@tanstack/react-query";
import { type PipeableStream, renderToPipeableStream, renderToString } from "react-dom/server";
import { App } from "./app.js";

interface Direct {
  readonly baseUrl: string;
  readonly token: string;
  readonly fetch: typeof fetch;
}

const clientFor = (direct: Direct) =>
  createClient({ ...direct, fetch: (url, init) => direct.fetch(url, init) });

/** The page of a search, piece by piece: what suspends comes when it is there. */
export function stream(search: string, direct: Direct, into: Parameters<PipeableStream["pipe"]>[0]): void {
  const app = <App search={search} cache={new QueryClient()} client={clientFor(direct)} />;
  const { pipe } = renderToPipeableStream(app, { onShellReady: () => pipe(into) });
}

/** The page of a search, as a server renders it: with what one look at its request has told. */
export async function render(search: string, direct: Direct): Promise<string> {
  const client = clientFor(direct);
  const cache = new QueryClient();
  const run = new URLSearchParams(search).get("run");
  if (run) await cache.prefetchQuery(modelApi.request(client, run, { wait: false }));
  const content = renderToString(<App search={search} cache={cache} />);
  const state = JSON.stringify(dehydrate(cache)).replaceAll("<", "\\u003c");
  return `${content}</div><script>window.dehydrated = ${state}</script><div>`;
}
