import type { ModelInputSchema } from "@model-api/models";
import { expect, test } from "vitest";
import { fieldHelp } from "../help/model-page.js";
import { inputFromFlags, parserFlags, schemaFlags } from "./schema-flags.js";

/** Fields as a vendor writes them who lets callers send null for what they leave out. */
const NULLABLE: ModelInputSchema = {
  type: "object",
  required: ["prompt"],
  properties: {
    prompt: { title: "Prompt", type: "string" },
    steps: { title: "Steps", type: ["integer", "null"] },
    sound: { title: "Sound", type: ["boolean", "null"] },
    images: { title: "Images", type: ["array", "null"], items: { type: "string", format: "image_uri" } },
    style: { title: "Style", type: ["string", "null"], enum: ["plain", "bold", null] },
    camera: { title: "Camera", type: ["object", "null"] },
    extra: { title: "Extra" },
  },
};
const flags = schemaFlags(NULLABLE, []);

test("a field that may be null has the flag of its other type", () => {
  expect(parserFlags(flags).map(({ flag }) => flag)).toEqual([
    "--prompt <value>",
    "--steps <value>",
    "--sound",
    "--no-sound",
    "--images <values...>",
    "--style <value>",
    "--camera <value>",
    "--extra <value>",
  ]);
});

test("and its values are read as that type", () => {
  const typed = {
    steps: "20",
    sound: false,
    images: ["a.png"],
    camera: '{"zoom":2}',
    extra: "7",
    style: "bold",
  };
  expect(inputFromFlags(typed, flags)).toEqual({
    steps: 20,
    sound: false,
    images: ["a.png"],
    camera: { zoom: 2 },
    extra: "7",
    style: "bold",
  });
});

test("and its help has no null among the choices", () => {
  const first = flags.map((flag) => fieldHelp(flag, 80).split("\n")[0]?.trim());
  expect(first).toEqual([
    "--prompt <text>",
    "--steps <integer>",
    "--sound (or --no-…)",
    "--images <file or URL> …",
    "--style plain|bold",
    "--camera <object>",
    "--extra <text>",
  ]);
});
