import { expect, test } from "vitest";
import { formatMessage } from "./format-message.js";

test("placeholders are filled, numbers as the language writes them, and nothing in a value is a placeholder", () => {
  expect(formatMessage("{name} has {count}", "ru", { name: "{count}", count: 12345 })).toBe(
    "{count} has 12\u00a0345",
  );
});

test.each([
  [1, "1 модель"],
  [22, "22 модели"],
  [11, "11 моделей"],
])("the plural form of %d is that of the language", (count, text) => {
  const message = {
    one: "{count} модель",
    few: "{count} модели",
    many: "{count} моделей",
    other: "{count} модели",
  };
  expect(formatMessage(message, "ru", { count })).toBe(text);
});
