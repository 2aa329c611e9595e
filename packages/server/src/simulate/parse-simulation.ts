import { nearest } from "@model-api/models";
import { parseDuration } from "../config/quantities.js";
import type { Simulation, Span } from "./simulation.js";

/** A text that is no simulation; says what is wrong and what is allowed. */
export class SimulationError extends Error {
  override readonly name = "SimulationError";
}

/** An hour: nobody waits for longer on purpose. */
const LONGEST_MS = 3_600_000;

interface Setting {
  /** What it looks like, for messages. */
  readonly form: string;
  parse(text: string): number | Span | undefined;
}

const rate: Setting = {
  form: "a share from 0 to 1, such as 0.2",
  parse: (text) => {
    const value = text === "" ? 1 : Number(text);
    return value >= 0 && value <= 1 ? value : undefined;
  },
};
const count: Setting = {
  form: "a whole number from 0 to 1000000",
  parse: (text) => (/^\d{1,7}$/.test(text) && Number(text) <= 1e6 ? Number(text) : undefined),
};
const span: Setting = {
  form: "a duration such as 500ms or 2s, or a span such as 1s..5s, of at most an hour",
  parse: parseSpan,
};

const SETTINGS: Readonly<Record<string, Setting & { readonly key: keyof Simulation }>> = {
  latency: { ...span, key: "latency" },
  queue: { ...count, key: "queue" },
  pace: { ...span, key: "pace" },
  fail: { ...rate, key: "fail" },
  "rate-limit": { ...rate, key: "rateLimit" },
  "lose-answer": { ...rate, key: "loseAnswer" },
  seed: { ...count, key: "seed" },
};

/**
 * A simulation as it is written after `--simulate` and in the header `Model-Api-Simulate`: settings separated by commas, such as
 * `latency=1s..5s, queue=3, fail=0.1`. A share without a value is 1. An empty text simulates nothing.
 */
export function parseSimulation(text: string): Simulation {
  const simulation: Record<string, number | Span> = {};
  for (const part of text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean)) {
    const [name = "", ...rest] = part.split("=");
    const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
    if (!setting) {
      const near = nearest(name, Object.keys(SETTINGS));
      throw new SimulationError(
        `there is nothing to simulate called ${JSON.stringify(name.slice(0, 50))}${near ? `; did you mean ${near}` : ""}? There are ${Object.keys(SETTINGS).join(", ")}.`,
      );
    }
    const value = setting.parse(rest.join("="));
    if (value === undefined) {
      throw new SimulationError(
        `${name} must be ${setting.form}; got ${JSON.stringify(rest.join("=").slice(0, 50))}.`,
      );
    }
    simulation[setting.key] = value;
  }
  return simulation;
}

function parseSpan(text: string): Span | undefined {
  const ends = text.split("..").map(parseDuration);
  const [first, last = first] = ends;
  if (first === undefined || last === undefined || ends.length > 2) return undefined;
  return first <= last && last <= LONGEST_MS ? [first, last] : undefined;
}
