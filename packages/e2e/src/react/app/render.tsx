import { createClient } from "@model-api/client";
import { modelApi } from "@model-api/react/queries";
import { dehydrate, QueryClient } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { App } from "./app.js";

interface Direct {
  readonly baseUrl: string;
  readonly token: string;
  readonly fetch: typeof fetch;
}

/** The page of a search, as a server renders it: with what one look at its request has told. */
export async function render(search: string, direct: Direct): Promise<string> {
  const client = createClient({ ...direct, fetch: (url, init) => direct.fetch(url, init) });
  const cache = new QueryClient();
  const run = new URLSearchParams(search).get("run");
  if (run) await cache.prefetchQuery(modelApi.request(client, run, { wait: false }));
  const content = renderToString(<App search={search} cache={cache} />);
  const state = JSON.stringify(dehydrate(cache)).replaceAll("<", "\\u003c");
  return `${content}</div><script>window.dehydrated = ${state}</script><div>`;
}
