import { type ModelApiClient, untyped } from "@model-api/client/lean";
import type { Route } from "./plan.js";
import type { Scene, SceneWish } from "./scene.js";

export const MODEL = "openai/gpt-image-2/edit";
/** What the engine of the scenes needs for it, in real time. */
export const RUN_MS = 40;
/** A PNG of one pixel. */
const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
const IMAGES = [`data:image/png;base64,${PIXEL}`];
export const PIXEL_FILE = new Blob([Uint8Array.from(atob(PIXEL), (character) => character.charCodeAt(0))]);
/** Milliseconds of the client's clock that a run is waited for in all: more than any recovery takes. */
const PATIENCE = 3_600_000;

/** What a call has come to, in a word, and the request that it was about. */
export interface CallValue {
  readonly word: string;
  readonly requestId?: string;
}

export interface CallContext {
  readonly client: ModelApiClient;
  readonly scene: Scene;
  readonly signal: AbortSignal;
  /** Names the submission, where the scenario wants to name it. */
  readonly idempotencyKey?: string;
  /** @default an hour */
  readonly timeout?: number;
}

interface CallKind extends SceneWish {
  /** The call on the wire that the fault befalls. */
  readonly route: Route;
  /** What becomes of it where nothing is in its way. */
  readonly word: string;
  readonly make: (context: CallContext) => Promise<CallValue>;
}

const submitted = async ({ client, signal, idempotencyKey }: CallContext, image: unknown) => {
  const input = { prompt: `${RUN_MS} ms`, images: [image] };
  const options = { signal, ...(idempotencyKey && { idempotencyKey }) };
  const { id } = await client.submit(untyped(MODEL), input, options);
  return { word: "submitted", requestId: id };
};

const run = async ({ client, signal, idempotencyKey, timeout = PATIENCE }: CallContext) => {
  const input = { prompt: `${RUN_MS} ms`, images: IMAGES };
  const options = { signal, timeout, onStatus: () => {}, ...(idempotencyKey && { idempotencyKey }) };
  const { status, requestId } = await client.run(untyped(MODEL), input, options);
  return { word: status, requestId };
};

const handle = ({ client, scene }: CallContext) => client.request(scene.requestId ?? "", { model: MODEL });

const EMPTY = { queue: "moving", prepared: "nothing" } as const;
const QUEUED = { queue: "blocked", prepared: "queued" } as const;
const COMPLETED = { queue: "moving", prepared: "completed" } as const;

/** The calls of the client, each with the call on the wire that can go wrong in it. */
export const CALLS = {
  submit: {
    ...EMPTY,
    route: "submit",
    word: "submitted",
    make: (context) => submitted(context, IMAGES[0]),
  },
  status: {
    ...QUEUED,
    route: "status",
    word: "in_queue",
    make: async (context) => ({ word: (await handle(context).status(context)).status }),
  },
  result: {
    ...COMPLETED,
    route: "result",
    word: "completed",
    make: async (context) => ({ word: (await handle(context).result(context)).status }),
  },
  cancel: {
    ...QUEUED,
    route: "cancel",
    word: "cancelled",
    make: async (context) => ({ word: await handle(context).cancel(context) }),
  },
  "run: submit": { ...EMPTY, route: "submit", word: "completed", make: run },
  "run: status": { ...EMPTY, route: "status", word: "completed", make: run },
  "run: result": { ...EMPTY, route: "result", word: "completed", make: run },
  "models.list": {
    ...EMPTY,
    route: "models",
    word: MODEL,
    make: async ({ client, signal }) => {
      const { models } = await client.models.list({}, { signal });
      return { word: models.map((model) => model.model_id).join() };
    },
  },
  "models.get": {
    ...EMPTY,
    route: "model",
    word: MODEL,
    make: async ({ client, signal }) => ({ word: (await client.models.get(MODEL, { signal })).model_id }),
  },
  "models.categories": {
    ...EMPTY,
    route: "categories",
    word: "image-editing,image-to-image",
    make: async ({ client, signal }) => ({ word: (await client.models.categories({ signal })).join() }),
  },
  "requests.list": {
    ...QUEUED,
    route: "requests",
    word: "in_queue",
    make: async ({ client, signal }) => {
      const { requests } = await client.requests.list({}, { signal });
      return { word: requests.map(({ status }) => status).join() };
    },
  },
  upload: {
    ...EMPTY,
    route: "files",
    word: "submitted",
    make: (context) => submitted(context, PIXEL_FILE),
  },
} as const satisfies Record<string, CallKind>;

export type CallName = keyof typeof CALLS;
