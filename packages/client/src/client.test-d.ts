/** Compile-time tests: `tsc` reads this file, nothing runs it. Each `@ts-expect-error` fails where there is no error. */
import type { ModelValidator } from "@model-api/models/lean";
import {
  type CatalogEntry,
  type CatalogPage,
  type CompletedResult,
  createClient,
  type FailedResult,
  InvalidInputError,
  type Listing,
  type ModelApiError,
  type ModelId,
  type ModelInputs,
  type Output,
  RateLimitError,
  type RequestHandle,
  type RequestInput,
  type RequestPage,
  type RequestResult,
  type RequestStatus,
  type RequestSummary,
  type StandardSchema,
  SubmissionUnknownError,
  untyped,
} from "./index.js";
import { createClient as createLeanClient } from "./lean.js";

/** Whether two types are the same, and not only one a part of the other. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles for `true` alone. */
declare function assert<Claim extends true>(): Claim;

const client = createClient();
const EDIT = "openai/gpt-image-2/edit";
const VIDEO = "wan-ai/wan-2.7/image-to-video";
const input: ModelInputs[typeof EDIT] = { prompt: "x", images: ["https://a/b.png"] };

export const ran: Promise<CompletedResult>[] = [
  client.run(EDIT, {
    prompt: "x",
    images: ["https://a/b.png", new URL("https://a/b"), new Blob(), new File([], "a")],
  }),
  client.run(VIDEO, {
    prompt: "x",
    image_url: new Blob(),
    audio_url: new URL("https://a/b.mp3"),
    duration: 5,
  }),
  client.run(untyped("acme/private/edit"), { anything: true }),
  client.run(EDIT, input, {
    signal: new AbortController().signal,
    idempotencyKey: "order-7",
    validate: true,
    maxCostUsd: 0.1,
    onUpload: ({ path, loaded, total }) => [path satisfies readonly (string | number)[], loaded / total],
    onStatus: ({ status }) => status,
    timeout: 1000,
    cancelOnAbort: true,
    includeCost: true,
  }),
];
export const submitted: Promise<RequestHandle>[] = [
  client.submit(EDIT, input, { idempotencyKey: "order-7", validate: false, maxCostUsd: 0 }),
  client.submit(untyped("acme/private/edit"), { anything: true }),
];
export const estimated: Promise<number | null>[] = [
  client.estimate(EDIT, input),
  client.estimate(untyped("acme/private/edit"), {}),
];
export const known: ModelId = "openai/gpt-image-2/text-to-image";

export function mistakes(): void {
  // @ts-expect-error a mistyped id is not in the registry
  client.run("openai/gpt-image-2/edti", input);
  // @ts-expect-error a text that may be any id is none of the registry; untyped() says that it is meant
  client.submit(String(EDIT), input);
  // @ts-expect-error images is required
  client.run(EDIT, { prompt: "x" });
  // @ts-expect-error one image is no list of images
  client.run(EDIT, { prompt: "x", images: "https://a/b.png" });
  // @ts-expect-error bytes are no media; a Blob of them is
  client.run(EDIT, { prompt: "x", images: [new Uint8Array()] });
  // @ts-expect-error the ratio is not one of the enum
  client.run(EDIT, { prompt: "x", images: [], aspect_ratio: "16x9" });
  // @ts-expect-error a field of that name does not exist
  client.run(EDIT, { prompt: "x", images: [], promt: "y" });
  // @ts-expect-error durations are whole numbers from 2 to 15
  client.run(VIDEO, { prompt: "x", image_url: "https://a/b.png", duration: 16 });
  // @ts-expect-error a prompt is a text
  client.estimate(EDIT, { prompt: 7, images: [] });
  // @ts-expect-error a submit does not wait, so it has no timeout
  client.submit(EDIT, input, { timeout: 1000 });
  // @ts-expect-error an option of that name does not exist
  client.run(EDIT, input, { onstatus: () => {} });
  // @ts-expect-error a limit is a number of dollars
  client.run(EDIT, input, { maxCostUsd: "0.1" });
  // @ts-expect-error a schema has a `~standard` property
  client.run(EDIT, input, { validate: { parse: () => true } });
  // @ts-expect-error an untyped model is made by untyped()
  client.run({ id: "acme/private/edit" }, {});
  // @ts-expect-error a model of another name
  client.request("r1", { modelId: EDIT });
  // @ts-expect-error the client itself is told by validate whether to check, and knows no schema of one's own
  createClient({ validate: {} as StandardSchema });
  // @ts-expect-error an option of that name does not exist
  createClient({ apiKey: "x" });
}

export function statuses(status: RequestStatus): string | number | undefined {
  switch (status.status) {
    case "in_queue":
      return status.queuePosition;
    case "unknown":
      return status.reported;
    case "in_progress":
      return status.progress;
    case "completed":
    case "failed":
    case "cancelled":
      // @ts-expect-error only a request in the queue has a place in it
      return status.queuePosition;
    default:
      return status satisfies never;
  }
}

export async function results(): Promise<Output | string | undefined> {
  const handle = client.request("r1", { model: EDIT });
  assert<Same<Awaited<ReturnType<typeof handle.wait>>, CompletedResult>>();
  const result: RequestResult = await handle.result({ includeCost: true });
  // @ts-expect-error a result that is not known to be completed has no output
  result.output;
  // @ts-expect-error a result that is not known to have failed has no error
  result.error;
  switch (result.status) {
    case "completed":
      assert<Same<typeof result, CompletedResult>>();
      return result.output;
    case "failed":
      assert<Same<typeof result, FailedResult>>();
      return result.error.message;
    default:
      assert<Same<typeof result.status, "in_queue" | "in_progress" | "cancelled" | "unknown">>();
      return result.model;
  }
}

export async function handles(handle: RequestHandle): Promise<void> {
  for await (const change of handle) assert<Same<typeof change, RequestStatus>>();
  for await (const change of handle.watch({})) assert<Same<typeof change, RequestStatus>>();
  const outcome = await handle.cancel();
  assert<Same<typeof outcome, "cancelled" | "not_cancellable">>();
  // @ts-expect-error a handle's id does not change
  handle.id = "r2";
}

export async function lists(): Promise<void> {
  const models = client.models.list({ search: "edit", limit: 10 });
  assert<Same<typeof models, Listing<CatalogPage, CatalogEntry>>>();
  assert<Same<Awaited<typeof models>, CatalogPage>>();
  for await (const entry of models) assert<Same<typeof entry, CatalogEntry>>();
  const requests = client.requests.list({ status: "completed" });
  assert<Same<Awaited<typeof requests>, RequestPage>>();
  for await (const request of requests) assert<Same<typeof request, RequestSummary>>();
  const { input: submitted } = await client.requests.input("r1");
  assert<Same<typeof submitted, RequestInput["input"]>>();
  await client.submit(untyped(EDIT), submitted);
  assert<Same<ReturnType<typeof client.requests.delete>, Promise<void>>>();
  // @ts-expect-error a status that the contract does not know
  client.requests.list({ status: "done" });
  // @ts-expect-error a parameter of that name does not exist
  client.models.list({ page: 2 });
}

export function schemas(generated: ModelValidator<ModelInputs[typeof EDIT]>): void {
  client.submit(EDIT, input, { validate: generated });
  client.submit(EDIT, input, {
    validate: {
      "~standard": { version: 1, validate: () => ({ issues: [{ message: "no", path: [{ key: "a" }] }] }) },
    },
  });
  generated satisfies StandardSchema;
  // @ts-expect-error another version of the standard
  ({ "~standard": { version: 2, validate: () => ({}) } }) satisfies StandardSchema;
}

export function errors(error: unknown): string | number | undefined {
  if (InvalidInputError.isInstance(error)) {
    assert<Same<typeof error.code, "invalid_input">>();
    return error.issues[0]?.suggestion;
  }
  if (SubmissionUnknownError.isInstance(error)) return error.idempotencyKey;
  if (RateLimitError.isInstance(error)) return error.retryAfter;
  // @ts-expect-error what is caught may be anything
  return error.message;
}

export function codes(error: ModelApiError): boolean {
  // @ts-expect-error a code that no error has
  return error.code === "rate-limit";
}

/** The lean entry has the same client; here the registry is full, since this file names the whole catalog. */
export const lean: Promise<CompletedResult> = createLeanClient({ token: async () => "x" }).run(EDIT, input);
