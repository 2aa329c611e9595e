import { expect, test } from "vitest";
import { until } from "../testing/servers.js";
import { PART_BYTES, type PartUpload, uploadParts } from "./part-upload.js";

/** A service that keeps what it is sent, and takes a part when the test says so, where it is `slow`. */
function service({ slow = false, broken = 0 } = {}) {
  const calls: string[] = [];
  const parts = new Map<number, Buffer>();
  const waiting: (() => void)[] = [];
  const target: PartUpload = {
    async put(bytes) {
      calls.push("put");
      parts.set(1, Buffer.from(bytes));
    },
    async begin() {
      calls.push("begin");
      return {
        async send(part, bytes) {
          calls.push(`send ${part}`);
          if (slow) await new Promise<void>((resolve) => waiting.push(resolve));
          if (part === broken) throw new Error(`part ${part} is refused`);
          parts.set(part, Buffer.from(bytes));
        },
        async complete() {
          calls.push("complete");
        },
        async abort() {
          calls.push("abort");
          throw new Error("nothing can be aborted");
        },
      };
    },
  };
  const content = () => Buffer.concat([...parts].sort(([a], [b]) => a - b).map(([, bytes]) => bytes));
  return { calls, parts, waiting, target, content };
}

/** So many bytes in pieces of a size, each byte by its place; tells how far it has been asked. */
function source(total: number, piece: number) {
  const state = { given: 0, ended: false };
  const whole = Buffer.from(Uint8Array.from({ length: total }, (_, i) => i % 251));
  async function* pieces() {
    try {
      while (state.given < total) {
        const next = whole.subarray(state.given, state.given + piece);
        state.given += next.byteLength;
        yield next;
      }
    } finally {
      state.ended = true;
    }
  }
  return { state, whole, pieces };
}

test.each([
  ["nothing", 0, 1, ["put"]],
  ["less than a part", 1000, 7, ["put"]],
  ["just a part", PART_BYTES, 100_000, ["put"]],
  ["a byte more", PART_BYTES + 1, 100_000, ["begin", "send 1", "send 2", "complete"]],
  ["two parts", 2 * PART_BYTES, 100_000, ["begin", "send 1", "send 2", "complete"]],
  [
    "pieces larger than parts",
    3 * PART_BYTES + 5,
    2 * PART_BYTES + 1,
    ["begin", "send 1", "send 2", "send 3", "send 4", "complete"],
  ],
])("%s arrives whole", async (_, total, piece, calls) => {
  const { whole, pieces } = source(total, piece);
  const stream = service();
  expect(await uploadParts(pieces(), stream.target)).toBe(total);
  expect(stream.calls).toEqual(calls);
  expect(stream.content().equals(whole)).toBe(true);
  const atOnce = service();
  expect(await uploadParts(whole, atOnce.target)).toBe(total);
  expect(atOnce.calls).toEqual(calls);
  expect(atOnce.content().equals(whole)).toBe(true);
});

test("no more is taken from the source than two parts hold, and no part changes while it is on its way", async () => {
  const { state, whole, pieces } = source(5 * PART_BYTES, 100_000);
  const { calls, waiting, content, target } = service({ slow: true });
  const upload = uploadParts(pieces(), target);
  await until(() => waiting.length === 2);
  expect(calls).toEqual(["begin", "send 1", "send 2"]);
  expect(state.given).toBeLessThanOrEqual(2 * PART_BYTES + 100_000);
  // The second is taken before the first.
  waiting[1]?.();
  await until(() => waiting.length === 3);
  waiting[2]?.();
  await until(() => waiting.length === 4);
  waiting[0]?.();
  await until(() => waiting.length === 5);
  for (const end of waiting) end();
  expect(await upload).toBe(5 * PART_BYTES);
  expect(content().equals(whole)).toBe(true);
});

test.each([1, 3])(
  "where part %i is refused, the rest is not read and what was sent is taken back",
  async (broken) => {
    const { state, pieces } = source(9 * PART_BYTES, 100_000);
    const { calls, target } = service({ broken });
    await expect(uploadParts(pieces(), target)).rejects.toThrow(`part ${broken} is refused`);
    expect(calls.at(-1)).toBe("abort");
    expect(calls).not.toContain("complete");
    expect(state.ended).toBe(true);
    expect(state.given).toBeLessThan(6 * PART_BYTES);
  },
);

test("where the source throws, its error arrives after the parts on their way have ended", async () => {
  const dry = new Error("dry");
  const { calls, waiting, target } = service({ slow: true });
  async function* failing() {
    yield new Uint8Array(PART_BYTES + 1);
    throw dry;
  }
  const upload = uploadParts(failing(), target);
  const rejected = expect(upload).rejects.toBe(dry);
  await until(() => waiting.length === 1);
  expect(calls).toEqual(["begin", "send 1"]);
  waiting[0]?.();
  await rejected;
  expect(calls).toEqual(["begin", "send 1", "abort"]);
});
