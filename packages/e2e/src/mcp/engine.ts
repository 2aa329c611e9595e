import type { Engine, EngineResult } from "@model-api/server";

/** A picture of one pixel. */
export const PIXEL: Buffer = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** An engine that is free. Runs whose prompt begins with `hold` wait for the test. */
export interface HeldEngine extends Engine {
  /** Lets all runs that wait, and those that come later, come to their end. */
  release(): void;
  /** Tells how far the runs are that wait. */
  progress(fraction: number): void;
  /** Inputs of the runs that have begun, in order. */
  readonly begun: readonly Readonly<Record<string, unknown>>[];
  /** What a run makes. */
  picture: Buffer;
}

export function heldEngine(): HeldEngine {
  const begun: Record<string, unknown>[] = [];
  const tells = new Set<(fraction: number) => void>();
  let isOpen = false;
  const waiting = new Set<() => void>();
  const engine: HeldEngine = {
    name: "held",
    repeatable: true,
    concurrency: 2,
    begun,
    picture: PIXEL,
    serves: () => true,
    release() {
      isOpen = true;
      for (const wake of waiting) wake();
    },
    progress(fraction) {
      for (const tell of tells) tell(fraction);
    },
    async run({ input }, { signal, progress }): Promise<EngineResult> {
      begun.push(input);
      tells.add(progress);
      if (/^hold/.test(String(input.prompt)) && !isOpen)
        await new Promise<void>((resolve, reject) => {
          waiting.add(resolve);
          signal.addEventListener("abort", () => reject(signal.reason), { once: true });
        });
      tells.delete(progress);
      if (input.prompt === "fail") throw new Error("the prompt says so");
      return {
        files: [{ kind: "image", mediaType: "image/png", data: engine.picture }],
        report: { engine: "held", applied: [], ignored: [{ instruction: "all", reason: "it is a test" }] },
      };
    },
  };
  return engine;
}
