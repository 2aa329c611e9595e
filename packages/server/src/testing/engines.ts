import { systemClock } from "../clock.js";
import type { Engine, EngineContext } from "../engines/engine.js";
import { silentLogger } from "../logger.js";

export const EDIT = "openai/gpt-image-2/edit";
export const VIDEO = "wan-ai/wan-2.7/image-to-video";
/** A PNG of one pixel. */
export const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
/** An input that {@link EDIT} accepts. */
export const INPUT: { prompt: string; images: string[] } = { prompt: "make it blue", images: [PIXEL] };

/** A run of {@link manualEngine}, under way. */
export interface ManualRun {
  readonly input: unknown;
  end(): void;
  fail(error: Error): void;
}

/** An engine whose runs end when the test says so. */
export function manualEngine(repeatable = true): { engine: Engine; runs: ManualRun[] } {
  const runs: ManualRun[] = [];
  const engine: Engine = {
    name: "manual",
    repeatable,
    serves: (modelId) => [EDIT, VIDEO].includes(modelId),
    run: ({ input }, { signal }) =>
      new Promise((resolve, reject) => {
        const files = [{ kind: "image", mediaType: "image/png", data: new Uint8Array([1, 2, 3]) }] as const;
        const report = { engine: "manual", applied: [], ignored: [] };
        runs.push({ input, end: () => resolve({ files, report }), fail: reject });
        signal.addEventListener("abort", () => reject(signal.reason));
      }),
  };
  return { engine, runs };
}

/** What an engine is lent, for a test that runs it without a server; what is not given refuses to be used. */
export function engineContext(given: Partial<EngineContext> = {}): EngineContext {
  const refuse = (name: string) => () => {
    throw new Error(`this test lends no ${name}`);
  };
  return {
    signal: new AbortController().signal,
    clock: systemClock,
    log: silentLogger,
    fetchMedia: refuse("fetchMedia"),
    isOwnFile: refuse("isOwnFile"),
    fetchOutput: refuse("fetchOutput"),
    keep: refuse("keep"),
    progress: refuse("progress"),
    remember: refuse("remember"),
    providerKey: refuse("providerKey"),
    ...given,
  };
}
