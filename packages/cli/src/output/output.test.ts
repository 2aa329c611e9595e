import { expect, test } from "vitest";
import { ago } from "../commands/requests.js";
import { definitions } from "../help/wrap.js";
import { hasColours } from "./colours.js";
import { table } from "./table.js";

test("the last column of a table is cut to the window, with a mark", () => {
  const rows = [
    ["1", "a long name"],
    ["22", "b"],
  ];
  expect(table(["N", "NAME"], rows)).toBe("N   NAME\n1   a long name\n22  b");
  expect(table(["N", "NAME"], rows, 10)).toBe("N   NAME\n1   a lon…\n22  b");
});

test.each([
  [0, "0 s ago"],
  [59, "59 s ago"],
  [60, "1 min ago"],
  [3600, "1 h ago"],
  [47 * 3600, "47 h ago"],
  [48 * 3600, "2 d ago"],
  [-5, "0 s ago"],
])("%d seconds are told as %s", (seconds, text) => {
  expect(ago(new Date(1_000_000).toISOString(), 1_000_000 + seconds * 1000)).toBe(text);
});

test("in a narrow window, what a term means stands below it", () => {
  const rows = [["--flag <value>", "what it means in a few words"]] as const;
  expect(definitions(rows, 80)).toEqual(["  --flag <value>  what it means in a few words"]);
  expect(definitions(rows, 24)).toEqual(["  --flag <value>", "      what it means in a", "      few words"]);
});

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: "1" }, true, false],
  [{ NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
  [{ NO_COLOR: "" }, true, true],
  [{ FORCE_COLOR: "1" }, false, true],
  [{ FORCE_COLOR: "0" }, true, false],
  [{ TERM: "dumb" }, true, false],
])("with %j and a terminal: %s, there are colours: %s", (env, isTTY, expected) => {
  expect(hasColours({ isTTY }, env)).toBe(expected);
});
