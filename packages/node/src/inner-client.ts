import { AsyncLocalStorage } from "node:async_hooks";
import {
  auto,
  type ClientOptions,
  createClient,
  type Hooks,
  type InputIssue,
  type ModelApiClient,
  type Uploader,
} from "@model-api/client";
import { environmentFetch, loadFetch } from "./connect/environment-fetch.js";
import { createTokenSource } from "./credentials.js";

export interface NodeClientOptions extends Omit<ClientOptions, "prepareInput"> {
  /** Told of a token file that others can read. @default process.emitWarning */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/** What one submit is accompanied by, from its input to its answer. */
export interface Submission {
  /** The input with its files opened, and what is wrong with them. */
  readonly input: object;
  readonly issues: readonly InputIssue[];
  /** Before an attempt leaves; what it throws ends the submit, and nothing is sent. */
  readonly beforeSending?: () => Promise<void>;
  /** Goes around the upload of each file. */
  readonly uploading?: (file: Blob, upload: () => Promise<string>) => Promise<string>;
}

/** The client below, and what the adapter learns and adds as it works. */
export interface Inner {
  readonly client: ModelApiClient;
  readonly options: NodeClientOptions;
  /** Undefined for the hosted service. */
  readonly baseUrl: string | undefined;
  /** What accompanies the submit that is under way here. */
  readonly submissions: AsyncLocalStorage<Submission>;
  readonly token: () => string | Promise<string>;
  /** Names of the extensions that the server offers; undefined until it has answered. */
  extensions(): string | undefined;
}

export function createInner(options: NodeClientOptions, baseUrl: string | undefined): Inner {
  const { onWarning = (message) => process.emitWarning(message), hooks, upload = auto(), ...rest } = options;
  const submissions = new AsyncLocalStorage<Submission>();
  const { token: given = createTokenSource(onWarning) } = rest;
  const token = typeof given === "string" ? () => given : given;
  let extensions: string | undefined;

  const observed: Hooks = {
    ...hooks,
    async onRequest(call) {
      // Here, where an error still means that nothing was sent: a proxy's URL may be none.
      if (!rest.fetch) await loadFetch();
      await hooks?.onRequest?.(call);
      // Other calls of a submit, such as uploads, carry no key.
      if (call.headers["idempotency-key"]) await submissions.getStore()?.beforeSending?.();
    },
    onResponse(call, response) {
      extensions = response.headers.get("model-api-extensions") ?? extensions ?? "";
      hooks?.onResponse?.(call, response);
    },
  };
  const uploader: Uploader = (file, context) => {
    const { uploading } = submissions.getStore() ?? {};
    return uploading ? uploading(file, () => upload(file, context)) : upload(file, context);
  };
  const client = createClient({
    ...rest,
    fetch: rest.fetch ?? environmentFetch,
    token,
    ...(baseUrl !== undefined && { baseUrl }),
    hooks: observed,
    upload: uploader,
    prepareInput(_model, input, report) {
      const submission = submissions.getStore();
      for (const issue of submission?.issues ?? []) report(issue);
      return submission?.input ?? input;
    },
  });
  return { client, options, baseUrl, submissions, token, extensions: () => extensions };
}
