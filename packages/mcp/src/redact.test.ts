import { expect, test } from "vitest";
import { createRedactor } from "./redact.js";

test("a secret is taken out wherever it stands, also as part of a URL", () => {
  const redactor = createRedactor();
  redactor.add("a secret/with signs");
  redactor.add(undefined);
  redactor.add("");
  expect(
    redactor.json({
      text: "before a secret/with signs after",
      "a secret/with signs": [1, null, { url: "https://example.com/?key=a%20secret%2Fwith%20signs" }],
    }),
  ).toEqual({
    text: "before [token] after",
    "[token]": [1, null, { url: "https://example.com/?key=[token]" }],
  });
});

test("what is too short to be one stays: it would be found in ordinary words", () => {
  const redactor = createRedactor();
  redactor.add("the");
  expect(redactor.text("the weather")).toBe("the weather");
});
