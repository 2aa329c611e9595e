import type { FieldSchema } from "@model-api/models";
import { expect, test } from "vitest";
import { findRoles } from "./roles.js";

/** The roles of a model with these fields, the prompt required. */
const rolesOf = (properties: Record<string, FieldSchema>) =>
  findRoles({
    id: "acme/private/edit",
    inputSchema: { type: "object", required: ["prompt"], properties },
    metadata: { price_unit: "output" },
  } as Parameters<typeof findRoles>[0]);

test("a field that may be null plays the part of its other type", () => {
  const image = { type: "string", format: "image_uri" } as const;
  expect(
    rolesOf({
      prompt: { title: "Prompt", type: ["string", "null"] },
      image_urls: { title: "Images", type: ["array", "null"], items: image },
      mask: { title: "Mask", ...image, type: ["string", "null"] },
      aspect_ratio: { title: "Ratio", type: ["string", "null"], enum: ["1:1", "16:9", null] },
      seed: { title: "Seed", type: ["integer", "null"] },
      generate_audio: { title: "Sound", type: ["boolean", "null"] },
    }),
  ).toMatchObject({
    prompt: "prompt",
    images: "image_urls",
    mask: "mask",
    ratio: "aspect_ratio",
    seed: "seed",
    sound: "generate_audio",
  });
});
