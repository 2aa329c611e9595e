import { expect, test } from "vitest";
import { createProgress } from "./progress.js";

/** What is told of a workflow of three nodes, one fraction a quarter, after each message. */
function toldBy(...messages: [type: string, data: object][]): number[] {
  const told: number[] = [];
  const hear = createProgress(["1", "2", "3"], (fraction) => told.push(fraction));
  for (const [type, data] of messages) hear({ type, data: { ...data } });
  return told;
}

const executing = (node: string | null): [string, object] => ["executing", { node }];

test("each node counts the same, and one that runs by its steps", () => {
  const steps = [1, 2].map((value): [string, object] => ["progress", { node: "2", value, max: 4 }]);
  expect(toldBy(executing("1"), executing("2"), ...steps, executing("3"), executing(null))).toEqual([
    0.25, 0.3125, 0.375, 0.5, 0.75,
  ]);
});

test("what was made before counts at once", () => {
  expect(toldBy(["execution_cached", { nodes: ["1", "2", "of another workflow"] }])).toEqual([0.5]);
});

test("it never goes back, though a node begins again", () => {
  const step = (value: number): [string, object] => ["progress", { node: "1", value, max: 2 }];
  expect(toldBy(executing("1"), step(1), step(0), step(1), step(2), ["executed", { node: "1" }])).toEqual([
    0.125, 0.25,
  ]);
});

test("the steps of an old ComfyUI, which names no node, are those of the node that runs", () => {
  expect(toldBy(executing("1"), ["progress", { value: 1, max: 2 }])).toEqual([0.125]);
});

test("nodes that a node expands into do not end it", () => {
  const inner: [string, object] = ["executing", { node: "2.0.1", display_node: "2" }];
  expect(toldBy(executing("2"), inner, executing("2.0.2"), executing("3"))).toEqual([0.25]);
});

test("the states of all nodes are understood, and whatever else comes is not", () => {
  const nodes = { "1": { state: "finished", value: 1, max: 1 }, "2": { state: "running", value: 1, max: 2 } };
  expect(toldBy(executing("2"), ["progress_state", { nodes }])).toEqual([0.375]);
  expect(toldBy(["progress", { node: "1", value: "x", max: 0 }], ["progress_state", { nodes: [1] }])).toEqual(
    [],
  );
});
