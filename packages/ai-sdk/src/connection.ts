import { type ClientOptions, createClient, type ModelApiClient, type OutgoingCall } from "@model-api/client";
import { findBaseUrl, findToken } from "./environment.js";
import { loadModel } from "./models/load-model.js";
import type { ModelApiSettings } from "./options.js";
import { trustHosts } from "./output/trusted-hosts.js";
import { VERSION } from "./version.js";

export type CallHeaders = Readonly<Record<string, string | undefined>>;

/** A submit on its way: what its call carries and has been answered. Known by its idempotency key. */
export interface Passage {
  readonly headers: Readonly<Record<string, string>>;
  /** Ends the call before it leaves, by throwing. */
  readonly beforeItLeaves: () => void;
  hasLeft?: boolean;
  /** Headers of the answer, without cookies and the token. */
  answer?: Record<string, string>;
}

/** The client, as calls of the AI SDK need it. */
export interface Connection {
  readonly baseUrl: string;
  /** Whether outputs are fetched from a URL. */
  readonly isTrusted: (url: URL) => boolean;
  /** The client for calls with these headers. Calls with the same ones share what it has learned of the server. */
  client(headers?: CallHeaders): ModelApiClient;
  /** Submits that are on their way, by idempotency key. */
  readonly passages: Map<string, Passage>;
  /**
   * A key for one submit, made of one that the caller has given for all that a call of the AI SDK submits: with the same key, a
   * server would take them for one. It is this call's until it is given back.
   */
  claimKey(given: string): { readonly key: string; release(): void };
  /** Names of the extensions that the server offers; undefined until it has answered. */
  extensions(): string | undefined;
}

/** Clients that are kept: one for each set of headers, and most callers have one set. */
const KEPT = 32;

/** @throws TypeError where `baseUrl` or a host is none: before anything is sent, not when its output is to be fetched */
export function createConnection(settings: ModelApiSettings): Connection {
  const clients = new Map<string, ModelApiClient>();
  const passages = new Map<string, Passage>();
  const claimed = new Set<string>();
  const passageOf = (call: OutgoingCall) => passages.get(call.headers["idempotency-key"] ?? "");
  const baseUrl = findBaseUrl(settings);
  const isTrusted = trustHosts(settings.hosts ?? [], baseUrl);
  let extensions: string | undefined;

  function connect({ authorization, "user-agent": agent, ...headers }: Record<string, string>) {
    const { fetch, upload, polling, retry, trace, clock, hooks } = settings;
    // A call's own credentials are a token like any other: the client keeps it out of errors.
    const own = authorization?.replace(/^Bearer\s+/i, "");
    return createClient({
      ...({ fetch, upload, polling, retry, trace, clock } satisfies ClientOptions),
      baseUrl,
      token: () => own ?? findToken(settings),
      models: (id) => loadModel(id, settings.models),
      validate: true,
      hooks: {
        ...hooks,
        async onRequest(call) {
          // Pages say who they are by themselves.
          const client = call.headers["user-agent"];
          if (client)
            call.headers["user-agent"] = [agent, `model-api-ai-sdk/${VERSION}`, client]
              .filter(Boolean)
              .join(" ");
          const passage = passageOf(call);
          Object.assign(call.headers, headers, passage?.headers);
          await hooks?.onRequest?.(call);
          if (!passage) return;
          passage.beforeItLeaves();
          passage.hasLeft = true;
        },
        onResponse(call, response) {
          extensions = response.headers.get("model-api-extensions") ?? extensions ?? "";
          const passage = passageOf(call);
          if (passage) passage.answer = tellable(response.headers, call.headers.authorization);
          hooks?.onResponse?.(call, response);
        },
      },
    });
  }

  return {
    baseUrl,
    isTrusted,
    passages,
    extensions: () => extensions,
    claimKey(given) {
      let key = given;
      for (let count = 2; claimed.has(key); count++) key = `${given}-${count}`;
      claimed.add(key);
      return { key, release: () => claimed.delete(key) };
    },
    client(given = {}) {
      const headers = normalise({ ...settings.headers, ...given });
      const key = JSON.stringify(Object.entries(headers).sort());
      let client = clients.get(key);
      if (!client) {
        const [oldest] = clients.keys();
        if (clients.size >= KEPT && oldest !== undefined) clients.delete(oldest);
        client = connect(headers);
        clients.set(key, client);
      }
      return client;
    },
  };
}

/** Names in lower case, and none of what belongs to a single submit. */
function normalise(headers: CallHeaders): Record<string, string> {
  const told: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !/^idempotency-key$/i.test(name)) told[name.toLowerCase()] = value;
  return told;
}

/** Headers that may be shown to whoever reads the answer's metadata. */
function tellable(headers: Pick<Headers, "forEach">, authorization = ""): Record<string, string> {
  const token = authorization.replace(/^Bearer\s+/i, "");
  const told: Record<string, string> = {};
  headers.forEach((value, name) => {
    if (!/cookie|authori[sz]ation/i.test(name))
      told[name] = token ? value.replaceAll(token, "[token]") : value;
  });
  return told;
}
