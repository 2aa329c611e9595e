import { expect, test } from "vitest";
import { toStatus } from "./status.js";

test.each([
  [{ progress: 0 }, { progress: 0 }],
  [{ progress: 0.25, queue_position: 3 }, { progress: 0.25 }],
  [{ progress: null }, {}],
  [{ progress: "25 %" }, {}],
  [{}, {}],
])("in progress, %j is read as %j", (more, expected) => {
  const wire = { status: "in_progress", ...more } as Parameters<typeof toStatus>[0];
  expect(toStatus(wire)).toStrictEqual({ status: "in_progress", ...expected });
  // Another word for it, as it is met on the wire.
  expect(toStatus({ ...wire, status: "processing" })).toStrictEqual({ status: "in_progress", ...expected });
});

test.each(["in_queue", "completed", "failed", "cancelled"])("%s has no progress", (status) => {
  expect(toStatus({ status, progress: 0.5 })).toStrictEqual({ status });
});
