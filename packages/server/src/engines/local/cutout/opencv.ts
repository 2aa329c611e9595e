/** Loads OpenCV's WebAssembly build, about 11 MB, the first time that it is needed. */

import { createRequire } from "node:module";

export type OpenCv = typeof import("@techstark/opencv-js");

/** The module answers to `then`, so it must never be what a promise resolves to; hence the box. */
export interface OpenCvBox {
  readonly cv: OpenCv;
}

let loading: Promise<OpenCvBox> | undefined;

/** The one instance of this thread. It is synchronous: whoever calls it blocks the thread. */
export function loadOpenCv(): Promise<OpenCvBox> {
  loading ??= load();
  return loading;
}

async function load(): Promise<OpenCvBox> {
  const require = createRequire(import.meta.url);
  const cv = withoutProcessHandlers(
    () => require("@techstark/opencv-js") as OpenCv & { calledRun?: boolean },
  );
  if (!cv.calledRun) await new Promise<void>((ready) => Object.assign(cv, { onRuntimeInitialized: ready }));
  return { cv };
}

/** The runtime hooks itself into the process's last-resort events and would abort on anyone's error. */
function withoutProcessHandlers<T>(action: () => T): T {
  const events = ["uncaughtException", "unhandledRejection"];
  const before = events.map((event) => process.rawListeners(event));
  const result = action();
  for (const [index, event] of events.entries()) {
    for (const listener of process.rawListeners(event)) {
      if (!before[index]?.includes(listener)) process.removeListener(event, listener as () => void);
    }
  }
  return result;
}

/** Marks an object of the WASM heap for release. */
export type Own = <M extends { delete(): void }>(object: M) => M;

/** Collects the objects that live in the WASM heap, and frees them however the action ends. */
export function withHeap<T>(action: (own: Own) => T): T {
  const owned: { delete(): void }[] = [];
  try {
    return action((object) => {
      owned.push(object);
      return object;
    });
  } finally {
    for (const object of owned) object.delete();
  }
}
