import type { JobInput } from "./server/jobs.js";

/** Makes a client of its own, which runs one job from submit to result. */
type Runner = (baseUrl: string) => Promise<(input: JobInput) => Promise<unknown>>;

const FAL = "https://queue.fal.run";

async function ours(baseUrl: string, options?: { onStatus(): void }) {
  const { createClient, untyped } = await import("@model-api/client");
  const client = createClient({ baseUrl, token: "token" });
  return (input: JobInput) => client.run(untyped("acme/x/edit"), { ...input }, options);
}

async function fal(baseUrl: string) {
  const { createFalClient } = await import("@fal-ai/client");
  return createFalClient({
    credentials: "token",
    fetch: (url, init) => fetch(String(url).replace(FAL, `${baseUrl}/fal`), init),
  });
}

async function replicate(baseUrl: string) {
  const { default: Replicate } = await import("replicate");
  return new Replicate({ auth: "token", baseUrl: `${baseUrl}/replicate` });
}

/** One job, run through each client as its documentation says. */
export const RUNNERS = {
  "bare held request": async (baseUrl) => async (input) => {
    const answer = await fetch(`${baseUrl}/held/`, { method: "POST", body: JSON.stringify(input) });
    return answer.json();
  },
  "@model-api/client": (baseUrl) => ours(baseUrl),
  "@model-api/client, onStatus": (baseUrl) => ours(baseUrl, { onStatus() {} }),
  "replicate, Prefer: wait": async (baseUrl) => {
    const client = await replicate(baseUrl);
    return (input) => client.run("owner/model", { input });
  },
  "replicate, polling": async (baseUrl) => {
    const client = await replicate(baseUrl);
    return (input) => client.run("owner/model", { input, wait: { mode: "poll" } });
  },
  "fal.subscribe, streaming": async (baseUrl) => {
    const client = await fal(baseUrl);
    return (input) => client.subscribe("owner/model", { input, mode: "streaming" });
  },
  "fal.subscribe": async (baseUrl) => {
    const client = await fal(baseUrl);
    return (input) => client.subscribe("owner/model", { input });
  },
} satisfies Record<string, Runner>;

export type RunnerName = keyof typeof RUNNERS;
