import { expect, onTestFinished } from "vitest";
import { type ClientOptions, createClient, type ModelApiClient, type Output } from "../index.js";
import {
  type FakeAnswer,
  type FakeCall,
  type FakeOptions,
  type FakeService,
  nameOf,
  startFakeService,
} from "./fake-service.js";
import { createVirtualClock, type VirtualClock } from "./virtual-clock.js";

export const EDIT = "openai/gpt-image-2/edit";
export const INPUT: { prompt: string; images: string[] } = {
  prompt: "make it blue",
  images: ["https://example.com/a.png"],
};
export const TOKEN = "secret-token";
/** The first bytes of a PNG, and a few more. */
export const PNG: Uint8Array<ArrayBuffer> = new Uint8Array([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3,
]);
/** What a server says that has all extensions. */
export const EXTENSIONS = { "model-api-extensions": "wait, idempotency-key, files, requests" };

export const SUBMITTED: { readonly json: Readonly<Record<string, string>> } = {
  json: { request_id: "r1", status_url: "s", result_url: "r", cancel_url: "c" },
};

export const DONE: { readonly json: Readonly<Record<string, unknown>> & { output: Output } } = {
  json: {
    request_id: "r1",
    status: "completed",
    model_id: EDIT,
    output: { image: "https://x.runcomfy.net/a.png" },
    created_at: "2026-01-01T00:00:00.000Z",
  },
};

/** A status that is answered at once. */
export const status = (word: string, more: object = {}): FakeAnswer => ({
  json: { request_id: "r1", status: word, ...more },
});

/** A status for whose change the server waits, `after` milliseconds, where it is asked to. */
export const heldStatus =
  (word: string, after: number, more: object = {}): FakeAnswer =>
  ({ headers: { prefer } }) => ({
    json: { request_id: "r1", status: word, ...more },
    ...(prefer && { after, headers: { "preference-applied": `${prefer}` } }),
  });

export interface Scene {
  readonly service: FakeService;
  readonly client: ModelApiClient;
  readonly clock: VirtualClock;
}

/** A service that plays the script, and a client of it. Both live on one virtual clock. */
export async function setUp(
  script: Readonly<Record<string, readonly FakeAnswer[]>>,
  options: ClientOptions = {},
  fake: FakeOptions = {},
): Promise<Scene> {
  const clock = fake.clock ?? createVirtualClock();
  const service = await startFakeService(script, { ...fake, clock });
  onTestFinished(() => service.close());
  const client = createClient({
    baseUrl: service.baseUrl,
    token: TOKEN,
    clock,
    fetch: clock.fetch,
    ...options,
  });
  return { service, client, clock };
}

/** What a promise is rejected with. */
// biome-ignore lint/suspicious/noExplicitAny: what a test expects of an error, it says by an assertion.
export const rejection = async (promise: Promise<unknown>): Promise<any> =>
  promise.then(
    () => expect.unreachable("it resolved"),
    (error) => error,
  );

/** Calls as `250 status wait=30`: when they arrived, their names, and what they prefer. */
export const timeline = (calls: readonly FakeCall[]): string[] =>
  calls.map((call) =>
    [call.at, nameOf(call), call.headers.prefer].filter((part) => part !== undefined).join(" "),
  );
