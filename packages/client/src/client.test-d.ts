/** Compile-time tests: `tsc` reads this file, nothing runs it. */
import { createClient, type ModelId, untyped } from "./index.js";

const client = createClient();

export const typed: Promise<unknown>[] = [
  client.run("openai/gpt-image-2/edit", {
    prompt: "x",
    images: ["https://a/b.png", new URL("https://a/b"), new Blob()],
  }),
  client.run("wan-ai/wan-2.7/image-to-video", { prompt: "x", image_url: "https://a/b.png", duration: 5 }),
  client.run(untyped("acme/private/edit"), { anything: true }),

  // @ts-expect-error a mistyped id is not in the registry
  client.run("openai/gpt-image-2/edti", { prompt: "x", images: [] }),
  // @ts-expect-error images is required
  client.run("openai/gpt-image-2/edit", { prompt: "x" }),
  // @ts-expect-error the ratio is not one of the enum
  client.run("openai/gpt-image-2/edit", { prompt: "x", images: [], aspect_ratio: "16x9" }),
  // @ts-expect-error a field of that name does not exist
  client.run("openai/gpt-image-2/edit", { prompt: "x", images: [], promt: "y" }),
  // @ts-expect-error durations are whole numbers from 2 to 15
  client.run("wan-ai/wan-2.7/image-to-video", { prompt: "x", image_url: "https://a/b.png", duration: 16 }),
];

export async function outputs(): Promise<string | undefined> {
  const result = await client.request("r1").result();
  // @ts-expect-error a result that is not known to be completed has no output
  result.output;
  return result.status === "completed" ? result.output.image : undefined;
}

export const known: ModelId = "openai/gpt-image-2/text-to-image";
