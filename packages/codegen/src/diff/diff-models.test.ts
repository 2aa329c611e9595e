import { describe, expect, test } from "vitest";
import type { ModelFile } from "../json-schema.js";
import { diffModels } from "./diff-models.js";
import { bumpFor, stepFor } from "./step.js";

function model(changes: Record<string, unknown> = {}): ModelFile {
  const file: ModelFile = {
    model_id: "acme/paint/edit",
    display_name: "Paint",
    description: "Paints.",
    kind: "model",
    categories: ["image-editing"],
    output_kind: "image",
    price_unit: "output",
    base_price_usd: 0.1,
    input_schema: { type: "object", properties: { prompt: { type: "string", title: "Prompt" } } },
    output_schema: { $ref: "openapi.yaml#/components/schemas/Output" },
  };
  return { ...file, ...changes };
}

const required = { ...model().input_schema, required: ["prompt"] };

describe("of a model", () => {
  test.each([
    ["its name", { display_name: "Draw" }, "documentation", "/display_name", "patch"],
    ["its categories", { categories: [] }, "documentation", "/categories", "patch"],
    ["its examples", { examples: [{ title: "One", input: {} }] }, "documentation", "/examples", "patch"],
    ["its output", { output_kind: "video" }, "breaking", "/output_kind", "major"],
    ["its output schema", { output_schema: { $ref: "a" } }, "breaking", "/output_schema", "major"],
    ["a part without a rule", { limits: [1] }, "breaking", "/limits", "major"],
    ["its input", { input_schema: required }, "breaking", "/input_schema/required", "major"],
  ] as const)("%s", (_, changes, level, pointer, step) => {
    const diffs = diffModels([model()], [model(changes)]);
    expect(diffs).toMatchObject([{ model_id: "acme/paint/edit", changes: [{ level, pointer }] }]);
    expect(stepFor(diffs)).toBe(step);
  });

  test.each([{ base_price_usd: 0.2 }, { base_price_usd: undefined }, { price_unit: "second" }])(
    "its price is documentation that says so: %o",
    (changes) => {
      const [diff] = diffModels([model()], [model(changes)]);
      expect(diff?.changes).toMatchObject([
        { level: "documentation", what: expect.stringMatching(/^PRICE: /) },
      ]);
    },
  );
});

test("a model under a new id is one removed and one added", () => {
  const diffs = diffModels([model()], [model({ model_id: "acme/paint/brush" })]);
  expect(diffs.map(({ model_id, changes }) => [model_id, changes[0]?.level, changes[0]?.pointer])).toEqual([
    ["acme/paint/brush", "addition", ""],
    ["acme/paint/edit", "breaking", ""],
  ]);
});

test("what has not changed is left out, and takes no step", () => {
  expect(diffModels([model()], [structuredClone(model())])).toEqual([]);
  expect(stepFor([])).toBe("none");
});

test.each([
  ["major", "0.9.1", "minor"],
  ["major", "1.0.0", "major"],
  ["major", "10.0.0", "major"],
  ["minor", "0.1.0", "minor"],
  ["none", "0.1.0", "none"],
] as const)("%s at %s is %s", (step, version, bump) => {
  expect(bumpFor(step, version)).toBe(bump);
});
