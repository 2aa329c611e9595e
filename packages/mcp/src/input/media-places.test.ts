import type { ModelInputSchema } from "@model-api/models/lean";
import { expect, test } from "vitest";
import { findPaths, replaceAt } from "./media-places.js";

const media = { type: "string", title: "", format: "image_uri" } as const;
const schema: ModelInputSchema = {
  type: "object",
  properties: {
    one: media,
    many: { type: "array", title: "", items: media },
    nested: { type: "array", title: "", items: { type: "array", items: media } },
    text: { type: "string", title: "" },
  },
};

test("paths are found where a model takes files, in lists of any depth, and nowhere else", () => {
  const input = {
    one: "a.png",
    many: ["b.png", "https://example.com/c.png", "DATA:image/png;base64,AA==", "file:///d.png"],
    nested: [["e.png"]],
    text: "/etc/passwd",
    unknown: "f.png",
    __proto__: { one: "g.png" },
  };
  expect(findPaths(input, schema).map(({ path, text }) => [path.join("."), text])).toEqual([
    ["one", "a.png"],
    ["many.0", "b.png"],
    ["many.3", "file:///d.png"],
    ["nested.0.0", "e.png"],
  ]);
  expect(findPaths(input, undefined)).toEqual([]);
});

test("what is put in their places leaves the input itself as it was", () => {
  const input = { one: "a.png", nested: [["e.png"]], text: "x" };
  const copy = replaceAt(input, findPaths(input, schema), ({ text }) => text.toUpperCase());
  expect(copy).toEqual({ one: "A.PNG", nested: [["E.PNG"]], text: "x" });
  expect(input).toEqual({ one: "a.png", nested: [["e.png"]], text: "x" });
});
