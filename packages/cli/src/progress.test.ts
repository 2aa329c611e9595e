import { expect, test, vi } from "vitest";
import { createProgress, percentage } from "./progress.js";

test.each([
  [0, "0 %"],
  [0.004, "0 %"],
  [0.29, "29 %"],
  [0.57, "57 %"],
  [0.999, "99 %"],
  [1, "100 %"],
  // What a server of another make might say.
  [57, "100 %"],
  [-1, "0 %"],
])("%d is told as %s", (progress, text) => {
  expect(percentage(progress)).toBe(text);
});

test("without a terminal, a run tells its progress in tens, and nothing twice", async () => {
  const told: string[] = [];
  const console = vi.spyOn(globalThis.console, "error").mockImplementation((line) => told.push(line));
  try {
    const progress = await createProgress("a/b", { quiet: false });
    progress.update({ status: "in_queue", queuePosition: 1 });
    progress.update({ status: "in_progress" });
    for (let part = 0; part <= 100; part += 3)
      progress.update({ status: "in_progress", progress: part / 100 });
    progress.update({ status: "completed" });
  } finally {
    console.mockRestore();
  }
  const tens = Array.from({ length: 10 }, (_, ten) => `a/b: in progress, ${10 * ten} %`);
  expect(told.map((line) => line.replace(/ \(.*\)$/, ""))).toEqual([
    "a/b: in queue, 1 ahead",
    "a/b: in progress",
    ...tens,
    "a/b: completed",
  ]);
});
