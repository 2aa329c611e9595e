const PATH = "/v1/requests/abc/status";

interface Paths {
  [PATH]: { get: { responses: { 200: { content: { "application/json": unknown } } } } };
}

/** One way of asking for the same small JSON; each loads its client only when it is chosen. */
type Contender = (baseUrl: string) => Promise<() => Promise<unknown>>;

// Peers that build URLs of their services are led to ours by the `fetch` that they are given.
const leadTo =
  (url: string): typeof fetch =>
  (_, init) =>
    fetch(url, init);

/** The status of one request, asked for once, through each client. */
export const SMALL_GETS = {
  "bare fetch": async (baseUrl) => async () => (await fetch(baseUrl + PATH)).json(),
  // What every call of ours asks of fetch: the floor of what it can cost.
  "bare fetch, token, timeout, no-store": async (baseUrl) => async () => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 30_000);
    const headers = { authorization: "Bearer token", "user-agent": "bare" };
    // Not among the options that Node's own types know.
    const init = { headers, signal: controller.signal, cache: "no-store" } as RequestInit;
    const answer = await (await fetch(baseUrl + PATH, init)).json();
    clearTimeout(timer);
    return answer;
  },
  "@model-api/client": async (baseUrl) => {
    const { createClient } = await import("@model-api/client");
    const client = createClient({ baseUrl, token: "token" });
    return () => client.request("abc").status();
  },
  "@fal-ai/client": async (baseUrl) => {
    const { createFalClient } = await import("@fal-ai/client");
    const client = createFalClient({ credentials: "token", fetch: leadTo(baseUrl + PATH) });
    return () => client.queue.status("fal-ai/flux/dev", { requestId: "abc" });
  },
  replicate: async (baseUrl) => {
    const { default: Replicate } = await import("replicate");
    const client = new Replicate({ auth: "token", fetch: leadTo(baseUrl + PATH) });
    return () => client.predictions.get("abc");
  },
  ky: async (baseUrl) => {
    const { default: ky } = await import("ky");
    return () => ky.get(baseUrl + PATH).json();
  },
  "openai 6": async (baseUrl) => {
    const { default: OpenAI } = await import("openai");
    const client = new OpenAI({ apiKey: "token", baseURL: baseUrl });
    return async () => client.get(PATH);
  },
  "openai 7": async (baseUrl) => {
    const { default: OpenAI } = await import("openai7");
    const client = new OpenAI({ apiKey: "token", baseURL: baseUrl });
    return async () => client.get(PATH);
  },
  "openapi-fetch": async (baseUrl) => {
    const { default: createClient } = await import("openapi-fetch");
    const client = createClient<Paths>({ baseUrl });
    return async () => (await client.GET(PATH)).data;
  },
} satisfies Record<string, Contender>;

export type ContenderName = keyof typeof SMALL_GETS;
