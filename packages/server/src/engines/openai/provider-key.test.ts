import { expect, test } from "vitest";
import { withoutKey } from "./provider-key.js";

const SECRET = "vault-abcdefghijkl-WXYZ";

test.each([
  ["in whole", `Key ${SECRET} is wrong.`, "Key … is wrong."],
  ["by its beginning", "Key vault-a is wrong.", "Key … is wrong."],
  ["by its end", "The key that ends in WXYZ. It is wrong.", "The key that ends in … It is wrong."],
  ["masked", "Key v***z is wrong.", "Key … is wrong."],
  ["of another kind", "Key (sk-proj-1) is wrong.", "Key … is wrong."],
])("a key %s is taken out of OpenAI's words", (_, words, expected) => {
  expect(withoutKey(words, SECRET)).toBe(expected);
});

test("other words stay, up to what fits a message", () => {
  expect(withoutKey("The risk-free size is 16 * 16.\nTry it.", SECRET)).toBe(
    "The risk-free size is 16 * 16.\nTry it.",
  );
  expect(withoutKey("word ".repeat(200), SECRET)).toHaveLength(501);
});
