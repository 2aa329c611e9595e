import {
  createClient,
  files,
  InvalidInputError,
  NotFoundError,
  SubmissionUnknownError,
  untyped,
} from "@model-api/client";
import { expect, test } from "vitest";
import { EDIT } from "../harness.js";
import type { Host } from "./hosts.js";
import type { Upstream } from "./upstream.js";

const TEXT = "openai/gpt-image-2/text-to-image";
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** What a suite plays against: an application with the proxy, and what is behind it. */
export interface Scene {
  readonly host: Host;
  readonly upstream: Upstream;
}

/** The client as a page has it: no token, but what the application knows its users by. */
const clientOf = ({ host }: Scene, user = "alice") => createClient({ baseUrl: host.baseUrl, token: user });
const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable("it resolved"),
    (error) => error,
  );

/** In what the runtimes differ in which a proxy runs. */
export interface RuntimeTraits {
  /** It tells who answers that its caller has left. */
  readonly tellsLeaving: boolean;
  /** It repeats a deletion by itself whose connection was lost, as HTTP allows. */
  readonly repeatsDeletions: boolean;
}

/** What the client does through the proxy, as it does without one. */
export function proxyContract(scene: () => Scene, { tellsLeaving, repeatsDeletions }: RuntimeTraits): void {
  test("a run with a file of one's own: uploaded, submitted, waited for, and its picture fetched", async () => {
    const { upstream } = scene();
    upstream.tap.forget();
    const uploaded: number[] = [];
    const result = await clientOf(scene()).run(
      EDIT,
      { prompt: "x", images: [new Blob([PNG], { type: "image/png" })] },
      { onUpload: ({ loaded }) => uploaded.push(loaded) },
    );
    const [file] = files(result.output);
    const image = await fetch(`${file?.url}`);
    expect(Buffer.from(await image.arrayBuffer())).toEqual(PNG);
    expect([result.status, result.model, uploaded.at(-1)]).toEqual(["completed", EDIT, PNG.length]);
    expect(upstream.tap.calls.map(({ method, url }) => `${method} ${url}`)).toContain("POST /v1/files");
  });

  test("a large file arrives whole", async () => {
    // After the picture's own end, which nobody minds.
    const file = new Blob([PNG, new Uint8Array(20 * 2 ** 20)], { type: "image/png" });
    const result = await clientOf(scene()).run(EDIT, { prompt: "x", images: [file] });
    expect(result.status).toBe("completed");
  });

  test("a status is held until it changes, and the end is noticed without polling", async () => {
    const { upstream } = scene();
    const handle = await clientOf(scene()).submit(TEXT, { prompt: "hold" });
    upstream.tap.forget();
    const holding = upstream.tap.next(/^GET \S+\/status$/);
    const waiting = handle.wait();
    expect((await holding).headers.prefer).toBe("wait=30");
    // Once more, if it was seen before the run has begun.
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    upstream.release();
    expect((await waiting).status).toBe("completed");
    expect(upstream.tap.calls.filter(({ url }) => url.endsWith("/status")).length).toBeLessThan(5);
  });

  test("a queued request is cancelled, and one that runs is not", async () => {
    const client = clientOf(scene());
    const running = await client.submit(TEXT, { prompt: "hold" });
    const queued = await client.submit(TEXT, { prompt: "x" });
    for await (const { status } of running) if (status !== "in_queue") break;
    expect(await queued.status()).toEqual({ status: "in_queue", queuePosition: 0 });
    expect(await queued.cancel()).toBe("cancelled");
    expect(await running.cancel()).toBe("not_cancellable");
    scene().upstream.release();
    expect((await running.wait()).status).toBe("completed");
  });

  test("a handle is picked up elsewhere by its caller, and by nobody else", async () => {
    const { upstream } = scene();
    const kept = JSON.stringify(await clientOf(scene()).submit(TEXT, { prompt: "x" }));
    const { id, model } = JSON.parse(kept);
    expect((await clientOf(scene()).request(id, { model }).wait()).requestId).toBe(id);
    upstream.tap.forget();
    for (const call of ["status", "result", "cancel"] as const) {
      const refused = await rejection(clientOf(scene(), "mallory").request(id)[call]());
      expect(NotFoundError.isInstance(refused)).toBe(true);
    }
    expect(upstream.tap.calls).toEqual([]);
  });

  test("a caller reads the input of its own request and deletes it, and nobody else does", async () => {
    const { upstream } = scene();
    const { requests, submit, request } = clientOf(scene());
    const running = await submit(TEXT, { prompt: "hold" });
    const [own, others] = [running.id, clientOf(scene(), "mallory").requests];
    for await (const { status } of running) if (status === "in_progress") break;
    expect(await rejection(requests.delete(own))).toMatchObject({ code: "server", status: 409 });
    upstream.release();
    await running.wait();
    expect(await requests.input(own)).toMatchObject({
      request_id: own,
      model_id: TEXT,
      input: { prompt: "hold" },
    });
    upstream.tap.forget();
    // One after the other: a refusal that comes while nobody waits for it would count as unhandled.
    for (const refused of [() => others.input(own), () => others.delete(own)])
      expect(NotFoundError.isInstance(await rejection(refused()))).toBe(true);
    expect(upstream.tap.calls).toEqual([]);
    upstream.tap.loseNextAnswer();
    // A runtime that repeats a deletion by itself finds nothing the second time, and nobody can tell why.
    const done = requests.delete(own);
    if (repeatsDeletions) expect(NotFoundError.isInstance(await rejection(done))).toBe(true);
    else await done;
    expect(upstream.tap.calls.map(({ method }) => method)).toEqual(["DELETE", "DELETE"]);
    expect(NotFoundError.isInstance(await rejection(request(own).status()))).toBe(true);
  });

  test("a submit is repeated under its key as one request, and another caller's key is another request", async () => {
    const { upstream } = scene();
    const before = await upstream.count();
    const key = crypto.randomUUID();
    const submit = (user: string) =>
      clientOf(scene(), user).submit(TEXT, { prompt: "x" }, { idempotencyKey: key });
    const [first, again, other] = [await submit("alice"), await submit("alice"), await submit("bob")];
    expect(again.id).toBe(first.id);
    expect(other.id).not.toBe(first.id);
    expect((await upstream.count()) - before).toBe(2);
  });

  test("a submit whose answer is lost is repeated by itself, as one request, once the proxy has shown that keys are honoured", async () => {
    const { upstream } = scene();
    const client = clientOf(scene());
    await client.submit(TEXT, { prompt: "x" });
    const before = await upstream.count();
    upstream.tap.loseNextAnswer();
    const handle = await client.submit(TEXT, { prompt: "x" });
    expect((await handle.wait()).status).toBe("completed");
    expect((await upstream.count()) - before).toBe(1);
  });

  test("who leaves a submit that has left is told that it may be charged, and finds it again by its key", async () => {
    const { upstream } = scene();
    const before = await upstream.count();
    const idempotencyKey = crypto.randomUUID();
    const leaving = new AbortController();
    const arriving = upstream.tap.next(/^POST \/v1\/models\//);
    const options = { idempotencyKey, signal: leaving.signal };
    const submitting = rejection(clientOf(scene()).submit(TEXT, { prompt: "x" }, options));
    await arriving;
    leaving.abort();
    expect(SubmissionUnknownError.isInstance(await submitting)).toBe(true);
    const handle = await clientOf(scene()).submit(TEXT, { prompt: "x" }, { idempotencyKey });
    expect((await handle.wait()).status).toBe("completed");
    expect((await upstream.count()) - before).toBe(1);
  });

  if (tellsLeaving) {
    test("who leaves a held status ends it behind the proxy too", async () => {
      const { upstream } = scene();
      const handle = await clientOf(scene()).submit(TEXT, { prompt: "hold" });
      const holding = upstream.tap.next(/^GET \S+\/status$/);
      const leaving = new AbortController();
      const waiting = handle.wait({ signal: leaving.signal });
      const { left } = await holding;
      leaving.abort(new Error("closed the tab"));
      expect((await rejection(waiting)).message).toBe("closed the tab");
      await left;
      upstream.release();
      expect((await handle.wait()).status).toBe("completed");
    });
  }

  test("input that the model refuses is told field by field", async () => {
    const input = { prompt: 1, quality: "best" };
    const refused = await rejection(clientOf(scene()).submit(untyped(TEXT), input));
    expect(InvalidInputError.isInstance(refused)).toBe(true);
    expect(refused.issues.map(({ path }: { path: string[] }) => path.join()).sort()).toEqual([
      "prompt",
      "quality",
    ]);
  });

  test("the catalog has the allowed models, and no others", async () => {
    const { models } = clientOf(scene());
    const ids = [];
    for await (const { model_id } of models.list({ limit: 1 })) ids.push(model_id);
    expect(ids.sort()).toEqual([EDIT, TEXT]);
    expect((await models.list({ search: "video" })).models).toEqual([]);
    expect((await models.get(TEXT)).input_schema).toBeDefined();
    expect(await models.categories()).toEqual(["image-editing", "image-to-image", "text-to-image"]);
    expect(NotFoundError.isInstance(await rejection(models.get("kling/kling-3.0/4k/image-to-video")))).toBe(
      true,
    );
  });
}
