import type { Engine } from "@model-api/server";
import { createPlaceholderEngine } from "@model-api/server/testing";

/** A free engine that makes a sample of every model's kind, and does what a prompt says: `hold …`, `fail …`. */
export interface ScriptedEngine extends Engine {
  /** What has begun, in order. */
  readonly begun: readonly { readonly modelId: string; readonly input: Readonly<Record<string, unknown>> }[];
  /** Lets all runs that wait, and those that come later, come to their end. */
  release(): void;
}

export function scriptedEngine(): ScriptedEngine {
  const samples = createPlaceholderEngine();
  const begun: { modelId: string; input: Record<string, unknown> }[] = [];
  const waiting = new Set<() => void>();
  let isOpen = false;
  return {
    ...samples,
    name: "scripted",
    concurrency: 2,
    begun,
    release() {
      isOpen = true;
      for (const wake of waiting) wake();
    },
    async run(request, tools) {
      const { modelId, input } = request;
      begun.push({ modelId, input: input as Record<string, unknown> });
      const prompt = String(input.prompt);
      if (prompt.startsWith("hold") && !isOpen)
        await new Promise<void>((resolve, reject) => {
          waiting.add(resolve);
          tools.signal.addEventListener("abort", () => reject(tools.signal.reason), { once: true });
        });
      if (prompt.startsWith("fail")) throw new Error("the prompt says so");
      const { files } = await samples.run(request, tools);
      const count = Number(input.num_images ?? 1);
      const ignored = prompt.startsWith("odd") ? [{ instruction: "odd", reason: "nobody can do that" }] : [];
      return {
        files: Array.from({ length: count }, () => files).flat(),
        report: {
          engine: "scripted",
          applied: [],
          ignored,
          ...(prompt.startsWith("count") && {
            usage: { input_tokens: 7, output_tokens: 11, total_tokens: 18 },
          }),
        },
      };
    },
  };
}
