import { expect, onTestFinished } from "vitest";
import { createProxy, type ProxyFailure, type ProxyOptions } from "../proxy/index.js";
import { type FakeAnswer, type FakeOptions, type FakeService, startFakeService } from "./fake-service.js";
import { EDIT, INPUT } from "./set-up.js";

export const PROXY_TOKEN = "mapi_the-token/of+the=application";
export const PROXY_SECRET = "a-secret-of-more-than-thirty-two-bytes";
/** Where the application is; the proxy is mounted below it. */
export const APP = "https://app.example";
export const MOUNT = "/api/model-api";

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
  readonly signal?: AbortSignal;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of a body, it says by an assertion.
  readonly body: any;
}

export interface ProxyScene {
  readonly service: FakeService;
  readonly failures: readonly ProxyFailure[];
  /** The proxy itself. */
  readonly proxy: (request: Request) => Promise<Response>;
  /** Calls a path below the mount. No answer, and nothing that the operator is told, may hold the token or the secret. */
  ask(method: string, path: string, asked?: Asked): Promise<Answered>;
  /** Submits, and gives the id that the caller is told. */
  submit(user?: string): Promise<string>;
}

/** A service that plays a script, and a proxy before it. Who calls is what the header `x-user` says, or `alice`. */
export async function openProxy(
  script: Readonly<Record<string, readonly FakeAnswer[]>>,
  options: Partial<ProxyOptions> = {},
  fake: FakeOptions = {},
): Promise<ProxyScene> {
  const service = await startFakeService(script, fake);
  onTestFinished(() => service.close());
  const failures: ProxyFailure[] = [];
  const proxy = createProxy({
    token: PROXY_TOKEN,
    secret: PROXY_SECRET,
    models: ["openai/*"],
    baseUrl: service.baseUrl,
    authorize: ({ headers }) => headers.get("x-user") ?? "alice",
    onFailure: (failure) => failures.push(failure),
    ...options,
  });

  async function ask(method: string, path: string, asked: Asked = {}): Promise<Answered> {
    const request = new Request(`${APP}${MOUNT}${path}`, { method, duplex: "half", ...asked } as RequestInit);
    const response = await proxy(request);
    const text = await response.text();
    const told = `${text} ${JSON.stringify([...response.headers])} ${JSON.stringify(failures)}`;
    expect(told).not.toContain(PROXY_TOKEN);
    expect(told).not.toContain(PROXY_SECRET);
    return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
  }

  return {
    service,
    failures,
    proxy,
    ask,
    async submit(user = "alice") {
      const { status, body } = await ask("POST", `/v1/models/${EDIT}`, json(INPUT, { "x-user": user }));
      expect(status).toBe(200);
      return body.request_id;
    },
  };
}

/** A body as JSON, with its type. */
export const json = (value: unknown, headers: Readonly<Record<string, string>> = {}): Asked => ({
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(value),
});
