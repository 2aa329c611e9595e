import { expect, test, vi } from "vitest";
import { bar, percentage } from "./bar.js";
import { createProgress } from "./progress.js";

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

test.each([
  [0, "╌╌╌╌"],
  [0.49, "━╌╌╌"],
  [0.999, "━━━╌"],
  [1, "━━━━"],
  [57, "━━━━"],
])("%d is drawn as %s", (part, drawn) => {
  expect(bar(part, 4)).toBe(drawn);
});

test("without a terminal, a run tells its progress in tens, and nothing twice", async () => {
  const told: string[] = [];
  const write = vi.spyOn(process.stderr, "write").mockImplementation((line) => told.push(String(line)) > 0);
  try {
    const progress = await createProgress("a/b", { quiet: false });
    progress.update({ status: "in_queue", queuePosition: 1 });
    progress.update({ status: "in_progress" });
    for (let part = 0; part <= 100; part += 3)
      progress.update({ status: "in_progress", progress: part / 100 });
    progress.update({ status: "completed" });
  } finally {
    write.mockRestore();
  }
  const tens = Array.from({ length: 10 }, (_, ten) => `a/b: in progress, ${10 * ten} %`);
  expect(told.map((line) => line.replace(/ \(.*\)\n$/, ""))).toEqual([
    "a/b: in queue, 1 ahead",
    "a/b: in progress",
    ...tens,
    "a/b: completed",
  ]);
});
