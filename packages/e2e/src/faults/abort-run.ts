import { createClient, untyped } from "@model-api/client/lean";
import { MODEL, PIXEL_FILE } from "./calls.js";
import { createFastClock } from "./fast-clock.js";
import type { Life } from "./lives.js";
import { routeOf } from "./plan.js";
import { report } from "./report.js";
import type { Inspection } from "./run-scenario.js";
import type { ReportedError } from "./scenario.js";
import { followPlan, type Scene, tally } from "./scene.js";

/** Where a run is to be aborted. Plain data. */
export interface AbortWish {
  readonly life: Life;
  /** Counted from 1. */
  readonly at: number;
  readonly moment: "as it begins" | "while it lasts" | "while it hangs";
}

/** Where a run was when it was aborted, seen from outside. */
export type Phase = "before the submit" | "submit in flight" | "after the submit";

export interface AbortOutcome {
  /** Whether the run was aborted at the event that was asked for, after it had come to rest, or not at all. */
  readonly aborted: "at the event" | "at rest" | "never";
  readonly phase: Phase;
  /** The event at which it was aborted. */
  readonly event: string;
  /** The status that the run resolved with. */
  readonly word?: string;
  readonly error?: ReportedError;
  /** Whether the error is the reason of the abort itself. */
  readonly isReason: boolean;
  /** Whether the reason of the abort is the error's cause. */
  readonly hasReason: boolean;
  /** Real milliseconds from the abort to the end. */
  readonly tookMs: number;
  /** How the requests of this key stand at the server. */
  readonly states: readonly string[];
  readonly timers: readonly number[];
  readonly listeners: number;
}

const SPEED = 20;
const SPACING_MS = 5;
/** Real milliseconds without an event after which a run has come to rest: it waits for a held answer. */
const REST_MS = 1000;

/**
 * Runs a model with a file, and aborts it at its k-th event: a call of the token's function, of fetch, of the clock, of the
 * uploader, or of `onStatus`; as the event begins, while it lasts, or while it hangs for good and hears no signal.
 */
export async function abortRun(
  { life, at, moment }: AbortWish,
  scene: Scene,
  { listenersOf = () => 0 }: Inspection = {},
): Promise<AbortOutcome> {
  const clock = createFastClock(SPEED);
  const controller = new AbortController();
  const { signal } = controller;
  const reason = new Error("the caller has left");
  let aborted: AbortOutcome["aborted"] = "never";
  let phase: Phase = "before the submit";
  let abortedIn = phase as Phase;
  let abortedAt = 0;
  let last = "";
  let events = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function abort(how: AbortOutcome["aborted"]): void {
    if (aborted !== "never") return;
    aborted = how;
    abortedIn = phase;
    abortedAt = Date.now();
    controller.abort(reason);
  }

  /** Never resolves where the event is to hang. */
  function event(name: string): Promise<void> {
    // Whatever the client does next, it has read the answer.
    if (phase === "submit in flight") phase = isAccepted ? "after the submit" : "before the submit";
    if (name === "fetch: submit") phase = "submit in flight";
    if (aborted === "never") last = name;
    clearTimeout(rest);
    if (phase === "after the submit") rest = setTimeout(() => abort("at rest"), REST_MS);
    if (++events !== at) return Promise.resolve();
    if (moment === "as it begins") abort("at the event");
    else setTimeout(() => abort("at the event"));
    return moment === "while it hangs" ? new Promise(() => {}) : Promise.resolve();
  }

  let isAccepted = false;
  const client = createClient({
    baseUrl: scene.baseUrl,
    async token() {
      await event("token");
      return scene.token;
    },
    clock: {
      ...clock,
      after(ms, callback) {
        void event(`after ${ms} ms`);
        return clock.after(ms, callback);
      },
    },
    async fetch(url, init) {
      const route = routeOf(init.method ?? "GET", new URL(url).pathname);
      await event(`fetch: ${route}`);
      const response = await fetch(url, init);
      if (route === "submit") isAccepted = response.ok;
      return response;
    },
    async upload(file, { server }) {
      await event("upload");
      return server.uploadFile(file);
    },
  });

  await followPlan(scene, life.plan);
  const input = { prompt: `${life.runMs} ms`, images: [PIXEL_FILE] };
  const settled = await client
    .run(untyped(MODEL), input, {
      signal,
      cancelOnAbort: life.cancelOnAbort,
      onStatus: ({ status }) => void event(`onStatus: ${status}`),
    })
    .then(
      ({ status }) => ({ word: status }),
      (error: unknown) => ({ error }),
    );
  const tookMs = Date.now() - abortedAt;
  clearTimeout(rest);
  // What ends together with the run may end a moment later.
  await new Promise((resolve) => setTimeout(resolve));
  const timers = clock.pending().filter((ms) => ms > SPACING_MS);
  const listeners = listenersOf(signal);
  const { states } = await tally(scene);
  const facts = { aborted, phase: abortedIn, event: last, tookMs, states, timers, listeners };
  if ("word" in settled) return { ...settled, ...facts, isReason: false, hasReason: false };
  const { error } = settled;
  return {
    ...facts,
    error: report(error),
    isReason: error === reason,
    hasReason: error instanceof Error && error.cause === reason,
  };
}
