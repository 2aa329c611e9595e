import type { ModelInputSchema } from "@model-api/models/lean";
import { expect, test } from "vitest";
import { formFor, readForm } from "./ask.js";

test("what may be null is asked for as its other type", () => {
  const schema: ModelInputSchema = {
    type: "object",
    properties: {
      steps: { title: "Steps", type: ["integer", "null"], minimum: 1 },
      style: { title: "Style", type: ["string", "null"], enum: ["plain", "bold", null] },
      image: { title: "Image", type: ["array", "null"], items: { type: "string", format: "image_uri" } },
      anything: { title: "Anything" },
    },
  };
  expect(formFor(["steps", "style", "image"], schema)?.properties).toMatchObject({
    steps: { type: "integer", minimum: 1 },
    style: { type: "string", enum: ["plain", "bold"] },
    image: { type: "string" },
  });
  expect(formFor(["steps", "anything"], schema)).toBeUndefined();
  expect(readForm({ image: "https://example.com/a.png" }, ["image"], schema)).toEqual({
    image: ["https://example.com/a.png"],
  });
});
