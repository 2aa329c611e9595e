import { ApiError } from "../http/api-error.js";

/** From a first to a last number of milliseconds. */
export type Span = readonly [number, number];

/** What a server pretends, so that its callers meet every state that their code has to cope with. All off by default. */
export interface Simulation {
  /** How long a run takes at least, in milliseconds; drawn from the span for each request. */
  readonly latency?: Span | undefined;
  /** How many requests of others seem to be ahead in the queue. */
  readonly queue?: number | undefined;
  /** How long each of those takes to go, in milliseconds. @default 1000 */
  readonly pace?: Span | undefined;
  /** Share of the runs that fail, 0 to 1. */
  readonly fail?: number | undefined;
  /** Share of the submits that are refused with 429, 0 to 1. */
  readonly rateLimit?: number | undefined;
  /** Share of the submits that are kept while their caller is told 502, 0 to 1: the case in which blind repeats are paid twice. */
  readonly loseAnswer?: number | undefined;
  /** Makes the draws the same in each start. @default random */
  readonly seed?: number | undefined;
}

/** What was drawn for one request; kept with it, so that a restart changes nothing. */
export interface SimulatedFate {
  /**
   * From when on it can be claimed, and how many seemed to be ahead when it came. `positions` says how many seem to be ahead from how many
   * milliseconds after it came, the earliest first; where it is missing they go one after another.
   */
  readonly queue?:
    | {
        readonly ahead: number;
        readonly until: number;
        readonly positions?: readonly { readonly afterMs: number; readonly ahead: number }[] | undefined;
      }
    | undefined;
  readonly runMs?: number | undefined;
  readonly fails?: true | undefined;
  /** What the engine has planned for it when it was accepted. */
  readonly plan?: string | undefined;
}

/** What happens to one submit and its request. */
export interface SimulatedSubmit {
  readonly refuse: boolean;
  readonly loseAnswer: boolean;
  readonly fate: SimulatedFate;
}

export function drawSubmit(simulation: Simulation, now: number, random: () => number): SimulatedSubmit {
  const happens = (share = 0) => random() < share;
  const within = ([first, last]: Span) => Math.round(first + (last - first) * random());
  const { queue = 0, pace = [1000, 1000], latency } = simulation;
  // Always as many draws in the same order, so that one setting does not change what another gives.
  const [refuse, loseAnswer, fails] = [
    happens(simulation.rateLimit),
    happens(simulation.loseAnswer),
    happens(simulation.fail),
  ];
  const [each, runMs] = [within(pace), within(latency ?? [0, 0])];
  return {
    refuse,
    loseAnswer,
    fate: {
      ...(queue > 0 && { queue: { ahead: queue, until: now + queue * each } }),
      ...(runMs > 0 && { runMs }),
      ...(fails && { fails }),
    },
  };
}

/** How many seem to be ahead still. */
export function seemsAhead({ queue }: SimulatedFate, createdAt: number, now: number): number {
  if (!queue || queue.until <= now) return 0;
  if (queue.positions)
    return queue.positions.findLast(({ afterMs }) => createdAt + afterMs <= now)?.ahead ?? queue.ahead;
  return Math.ceil(queue.ahead * Math.min(1, (queue.until - now) / (queue.until - createdAt)));
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function refusedBySimulation(): ApiError {
  return new ApiError(
    "rateLimited",
    "Too many requests: this refusal is simulated. Nothing was submitted; Retry-After says when to try again.",
    { retryAfterMs: 1000 },
  );
}
