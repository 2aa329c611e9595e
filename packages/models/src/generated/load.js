// Generated from schemas/ by `pnpm codegen`. Do not edit.

const loaders = {
  "openai/gpt-image-2/edit": () => import("./models/openai/gpt-image-2/edit.js"),
  "openai/gpt-image-2/text-to-image": () => import("./models/openai/gpt-image-2/text-to-image.js"),
  "wan-ai/wan-2.7/image-to-video": () => import("./models/wan-ai/wan-2.7/image-to-video.js"),
};

export async function loadModel(id) {
  return Object.hasOwn(loaders, id) ? loaders[id]() : undefined;
}
