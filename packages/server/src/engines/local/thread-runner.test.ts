import { afterEach, describe, expect, it } from "vitest";
import { readPrompt } from "./instructions/read-prompt.js";
import type { Job } from "./job.js";
import type { Runner } from "./runner.js";
import { createThreadRunner } from "./thread-runner.js";

/**
 * A stand-in for the real worker that speaks its protocol. The resolution says what to do; the answer carries how many jobs
 * this very thread has had, so that a test can tell a warm thread from a new one.
 */
const SCRIPT = `
  import { parentPort } from "node:worker_threads";
  let jobs = 0;
  parentPort.on("message", (job) => {
    jobs++;
    if (job.resolution === "hang") for (;;);
    if (job.resolution === "crash") process.exit(3);
    if (job.resolution === "throw") throw new Error("out of luck");
    if (job.resolution === "blame") return parentPort.postMessage({ ok: false, message: "images[0]: no", fault: "input" });
    const detail = job.resolution + " " + jobs;
    const data = job.images[0] ?? new Uint8Array(1);
    parentPort.postMessage({ ok: true, result: { data, applied: [{ operation: "echo", detail }], ignored: [] } });
  });
`;

let runner: Runner;
afterEach(() => runner.close());

const start = (): Runner => {
  runner = createThreadRunner(new URL(`data:text/javascript,${encodeURIComponent(SCRIPT)}`));
  return runner;
};
const job = (resolution: string, image?: Uint8Array): Job => ({
  plan: readPrompt("").plan,
  images: [image],
  resolution,
  quality: "medium",
  format: "png",
  headlinePolicy: "make-room",
});
const never = new AbortController().signal;
const said = async (prompt: string): Promise<string | undefined> =>
  (await runner.run(job(prompt), never)).applied[0]?.detail;

describe("createThreadRunner", () => {
  it("does jobs one after another in one warm thread", async () => {
    start();
    expect(await Promise.all([said("a"), said("b")])).toEqual(["a 1", "b 2"]);
    expect(await said("c")).toBe("c 3");
  });

  it("leaves the caller's bytes with the caller", async () => {
    const image = new Uint8Array(Buffer.from("a shared buffer").buffer, 0, 4);
    const { data } = await start().run(job("a", image), never);
    expect([...data]).toEqual([...image]);
    expect(image.byteLength).toBe(4);
  });

  it("stops a job that hangs as soon as it is aborted, and goes on in a new thread", async () => {
    start();
    const controller = new AbortController();
    const hanging = runner.run(job("hang"), controller.signal);
    const waiting = said("next");
    controller.abort(new Error("timeout"));
    await expect(hanging).rejects.toThrow("timeout");
    expect(await waiting).toBe("next 1");
  });

  it("forgets a job that is aborted while it waits", async () => {
    start();
    const controller = new AbortController();
    const first = said("a");
    const waiting = runner.run(job("b"), controller.signal);
    controller.abort(new Error("gone"));
    await expect(waiting).rejects.toThrow("gone");
    expect([await first, await said("c")]).toEqual(["a 1", "c 2"]);
  });

  it.each(["crash", "throw"])("loses only the job in which the thread dies by a %s", async (prompt) => {
    start();
    const lost = runner.run(job(prompt), never);
    const next = said("next");
    await expect(lost).rejects.toMatchObject({ name: "EngineError", fault: "final" });
    expect(await next).toBe("next 1");
  });

  it("passes on whose fault it was", async () => {
    await expect(start().run(job("blame"), never)).rejects.toMatchObject({
      name: "EngineError",
      fault: "input",
      message: "images[0]: no",
    });
  });

  it("settles everything when it is closed, and takes nothing more", async () => {
    start();
    const results = Promise.allSettled([runner.run(job("hang"), never), runner.run(job("b"), never)]);
    await runner.close();
    expect((await results).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(runner.run(job("c"), never)).rejects.toMatchObject({ fault: "transient" });
  });
});
