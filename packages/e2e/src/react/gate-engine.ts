import { type Engine, EngineError, type EngineResult } from "@model-api/server";

/** An engine whose runs wait for the test, and give back the first image that they get. */
export interface GateEngine extends Engine {
  /** Lets the run that waits, or the next one, come to its end; with a reason it fails. */
  open(failure?: string): void;
  /** Tells how far the run that waits has come. */
  progress(fraction: number): void;
  /** Inputs of the requests that have been accepted, in their order. */
  readonly accepted: readonly Readonly<Record<string, unknown>>[];
}

/** What the engine refuses, as only a server can: it is not in any schema. */
export const RUDE = "something rude";

export function gateEngine(): GateEngine {
  const accepted: Record<string, unknown>[] = [];
  const opened: (string | undefined)[] = [];
  let wake = () => {};
  let tell = (_fraction: number) => {};

  async function gate(signal: AbortSignal): Promise<string | undefined> {
    while (opened.length === 0) {
      await new Promise<void>((resolve, reject) => {
        wake = resolve;
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
    }
    return opened.shift();
  }

  return {
    name: "gate",
    repeatable: true,
    concurrency: 1,
    accepted,
    serves: () => true,
    open(failure) {
      opened.push(failure);
      wake();
    },
    progress: (fraction) => tell(fraction),
    async admit({ input }) {
      if (input.prompt === RUDE)
        throw new EngineError("input", "refused", {
          detail: [{ path: ["prompt"], message: "is too rude for this model" }],
        });
      accepted.push(input);
      return undefined;
    },
    async run({ input }, context): Promise<EngineResult> {
      tell = context.progress;
      const failure = await gate(context.signal);
      if (failure !== undefined) throw new EngineError("final", failure);
      const [image] = input.images as string[];
      const media = await context.fetchMedia(image ?? "", "image");
      return {
        files: [{ kind: "image", mediaType: media.mediaType, data: media.bytes }],
        report: { engine: "gate", applied: [], ignored: [] },
      };
    },
  };
}
