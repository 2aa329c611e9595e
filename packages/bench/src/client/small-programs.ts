/** The smallest program of each client that does its main job, as someone would write it for a browser. */
export const OURS = `
import { createClient } from "@model-api/client";
export const run = (token, image, prompt) =>
  createClient({ token }).run("openai/gpt-image-2/edit", { prompt, images: [image] });
`;

export const OURS_LEAN: string = OURS.replace("@model-api/client", "@model-api/client/lean");

export const PEERS: Record<string, string> = {
  "@fal-ai/client": `
import { fal } from "@fal-ai/client";
export const run = (key, image_url, prompt) => {
  fal.config({ credentials: key });
  return fal.subscribe("fal-ai/flux/dev/image-to-image", { input: { image_url, prompt } });
};
`,
  replicate: `
import Replicate from "replicate";
export const run = (auth, image, prompt) =>
  new Replicate({ auth }).run("black-forest-labs/flux-kontext-pro", { input: { input_image: image, prompt } });
`,
  "openai 6": openai("openai"),
  "openai 7": openai("openai7"),
  "ky (one call, no waiting)": `
import ky from "ky";
export const run = (base, json) => ky.post(base + "/images/edits", { json }).json();
`,
  "openapi-fetch (one call, no waiting)": `
import createClient from "openapi-fetch";
export const run = (baseUrl, body) => createClient({ baseUrl }).POST("/images/edits", { body });
`,
};

function openai(name: string): string {
  return `
import OpenAI from "${name}";
export const run = (apiKey, image, prompt) =>
  new OpenAI({ apiKey, dangerouslyAllowBrowser: true }).images.edit({ model: "gpt-image-1", image, prompt });
`;
}
