import { expect } from "vitest";
import type { Scene } from "../contract.js";

export const MODEL = "/v1/models/openai/gpt-image-2/text-to-image";
export const INPUT: string = JSON.stringify({ prompt: "x" });
export const JSON_TYPE = { "content-type": "application/json" };
const ALICE = { authorization: "Bearer alice" };

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Alice, who has an account of the application, or whoever says to be she. */
export function attacker(scene: () => Scene) {
  /** Calls below the mount as a browser does. No answer may hold the token. */
  async function ask(method: string, path: string, init: RequestInit = {}): Promise<Answered> {
    const { host, upstream } = scene();
    const response = await fetch(host.baseUrl + path, {
      method,
      redirect: "manual",
      duplex: "half",
      ...init,
      headers: { ...ALICE, ...(init.headers as Record<string, string>) },
    } as RequestInit);
    const answered = { status: response.status, headers: response.headers, text: await response.text() };
    expect(answered.text + JSON.stringify([...response.headers])).not.toContain(upstream.token);
    return answered;
  }
  const submit = (headers: Record<string, string> = {}, query = "") =>
    ask("POST", MODEL + query, { headers: { ...JSON_TYPE, ...headers }, body: INPUT });
  async function submitted(): Promise<string> {
    const { status, text } = await submit();
    expect(status).toBe(200);
    return JSON.parse(text).request_id;
  }
  /** The calls that come through while something is tried. */
  async function through(attempt: () => Promise<unknown>) {
    const { tap } = scene().upstream;
    tap.forget();
    await attempt();
    return tap.calls;
  }

  return { ask, submit, submitted, through };
}
