import type { Engine } from "@model-api/server";

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** An engine that makes a pixel in the time that the prompt says, such as "40 ms", or fails where the prompt is "fail". */
export function createFreeEngine(): Engine {
  return {
    name: "free",
    repeatable: true,
    serves: (modelId) => modelId === "openai/gpt-image-2/edit",
    async run({ input: { prompt } }, { signal }) {
      if (prompt === "fail") throw new Error("the prompt says so");
      const ms = Number.parseInt(String(prompt), 10);
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener("abort", () => {
          clearTimeout(timer);
          reject(signal.reason);
        });
      });
      return {
        files: [{ kind: "image", mediaType: "image/png", data: PIXEL }],
        report: { engine: "free", applied: [], ignored: [] },
      };
    },
  };
}
