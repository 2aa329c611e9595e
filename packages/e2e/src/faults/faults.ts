import type { CallName } from "./calls.js";
import type { ForgedAnswer, WireFault } from "./plan.js";

/** One way in which a call can go wrong. Plain data. */
export interface Fault {
  readonly name: string;
  /** What happens on the wire; missing where nothing does. */
  readonly wire?: WireFault;
  /** Milliseconds by which the client's clock is set off when the call is sent. */
  readonly jump?: number;
  /** The calls that it can befall. @default all */
  readonly only?: readonly CallName[];
}

const HOUR = 3_600_000;
/** Seconds that fit into the time that pauses may take. */
const SOON = 2;
/** Seconds that do not, but for the waiting of a run, which is more patient. */
const LATE = 120;
const HTML = "<!doctype html><title>A gateway</title><h1>It speaks no JSON</h1>";

const error = (code: number) => JSON.stringify({ error_code: code, error_message: "a forged error" });

const forged = (name: string, answer: ForgedAnswer, forwarded = false): Fault => ({
  name,
  wire: { kind: "forge", answer, forwarded },
});

/** Gateways answer pages; what is rather said by a server itself is JSON. */
const bodyOf = (status: number) => (status >= 502 ? HTML : error(status));

const CONNECTIONS: readonly Fault[] = [
  { name: "the connection is refused", wire: { kind: "refuse" } },
  { name: "the connection is reset before the call is forwarded", wire: { kind: "reset", forwarded: false } },
  { name: "the connection is reset after the call was processed", wire: { kind: "reset", forwarded: true } },
  { name: "the answer never comes", wire: { kind: "stall", within: "answer" } },
  { name: "the answer stops in its middle", wire: { kind: "stall", within: "body" } },
  { name: "the answer is shorter than it says", wire: { kind: "truncate" } },
];

const STATUSES: readonly Fault[] = [408, 425, 429, 500, 502, 503, 504].flatMap((status) => [
  forged(`HTTP ${status}`, { status, body: bodyOf(status) }),
  forged(`HTTP ${status}, Retry-After as seconds`, {
    status,
    body: bodyOf(status),
    retryAfter: { seconds: SOON, as: "seconds" },
  }),
]);

const MORE_STATUSES: readonly Fault[] = [
  forged("HTTP 503, Retry-After as a date", {
    status: 503,
    body: HTML,
    retryAfter: { seconds: SOON, as: "date" },
  }),
  forged("HTTP 429, Retry-After of two minutes", {
    status: 429,
    body: error(429),
    retryAfter: { seconds: LATE, as: "seconds" },
  }),
  forged("HTTP 502 after the call was processed", { status: 502, body: HTML }, true),
  forged("HTTP 504 after the call was processed", { status: 504, body: HTML }, true),
];

const REFUSALS: readonly Fault[] = [
  forged("HTTP 401, 400004", { status: 401, body: error(400004) }),
  forged("HTTP 402, 400002", { status: 402, body: error(400002) }),
  forged("HTTP 403, 403001", { status: 403, body: error(403001) }),
  forged("HTTP 404, 404001", { status: 404, body: error(404001) }),
  forged("HTTP 400, 400001", { status: 400, body: error(400001) }),
  forged("HTTP 422, 422", { status: 422, body: error(422) }),
];

const UNDER_200: readonly Fault[] = [
  forged("HTML under 200", { status: 200, body: HTML }),
  forged("an empty body under 200", { status: 200, body: "" }),
  forged("JSON of another shape under 200", { status: 200, body: '{"hello": ["world"]}' }),
  forged("error 400004 under 200", { status: 200, body: error(400004) }),
  forged("error 429 under 200", { status: 200, body: error(429) }),
  {
    ...forged("a status that nobody knows", {
      status: 200,
      body: '{"request_id": "r", "status": "warming"}',
    }),
    only: ["status", "run: status"],
  },
];

const JUMPS: readonly Fault[] = [HOUR, -HOUR].flatMap((jump) => {
  const name = `the clock is set ${jump > 0 ? "forward" : "back"} by an hour`;
  const late = (as: "seconds" | "date"): Fault => ({
    ...forged(`${name}, and HTTP 503, Retry-After as ${as}`, {
      status: 503,
      body: HTML,
      retryAfter: { seconds: SOON, as },
    }),
    jump,
  });
  return [{ name, jump }, late("seconds"), late("date")];
});

export const FAULTS: readonly Fault[] = [
  ...CONNECTIONS,
  ...STATUSES,
  ...MORE_STATUSES,
  ...REFUSALS,
  ...UNDER_200,
  ...JUMPS,
];
