import { expect, test } from "vitest";
import { emitParameters } from "./emit-parameters.js";
import type { Contract } from "./read-schemas.js";

const contract = (parameters: unknown[]): Contract => ({
  components: {
    schemas: { Colour: { description: "For people.", type: "string", enum: ["red", "blue"] } },
    parameters: { Trace: { name: "Trace", in: "header", schema: { type: "string", pattern: "^t" } } },
  },
  paths: { "/paint": { get: { operationId: "paint", parameters } } },
});

test("parameters are found by place, and references are followed to what a check needs", () => {
  const code = emitParameters(
    contract([
      { name: "colour", in: "query", schema: { $ref: "#/components/schemas/Colour" } },
      { name: "id", in: "path", schema: { type: "string" } },
      { $ref: "#/components/parameters/Trace" },
    ]),
  );
  const [query, header] = [...code.matchAll(/= (\{[^;]*\}) as const;/g)].map(([, json]) =>
    JSON.parse(json ?? ""),
  );
  expect(query).toEqual({ paint: { colour: { type: "string", enum: ["red", "blue"] } } });
  expect(header).toEqual({ paint: { Trace: { type: "string", pattern: "^t" } } });
});

test("a reference to nothing is an error that names it", () => {
  const parameters = [{ name: "size", in: "query", schema: { $ref: "#/components/schemas/Size" } }];
  expect(() => emitParameters(contract(parameters))).toThrow("there is no #/components/schemas/Size");
});
