import { nearest } from "@model-api/models";
import type { Simulation, Span } from "./simulation.js";

/** A text that is no simulation; says what is wrong and what is allowed. */
export class SimulationError extends Error {
  override readonly name = "SimulationError";
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };
const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m)$/;

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
const span: Setting = { form: "a duration such as 500ms or 2s, or a span such as 1s..5s", parse: parseSpan };

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
  const [first, last = first] = text.split("..").map(parseDuration);
  return first === undefined || last === undefined || first > last || text.split("..").length > 2
    ? undefined
    : [first, last];
}

function parseDuration(text: string): number | undefined {
  const [, amount, unit = ""] = DURATION.exec(text) ?? [];
  const ms = amount === undefined ? undefined : Number(amount) * (UNITS[unit] ?? Number.NaN);
  return ms !== undefined && ms <= 3_600_000 ? ms : undefined;
}
