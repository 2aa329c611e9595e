import { type Clock, pause } from "../clock.js";
import { EngineError } from "../engines/engine.js";
import type { SimulatedFate } from "./simulation.js";

/** A run that takes as long, and fails, as was drawn for it; without a fate the run as it is. */
export async function simulateRun<T>(
  fate: SimulatedFate | undefined,
  clock: Clock,
  signal: AbortSignal,
  run: () => Promise<T>,
): Promise<T> {
  if (!fate) return run();
  const { fails, runMs = 0 } = fate;
  const [result] = await Promise.all([fails ? undefined : run(), pause(clock, runMs, signal)]);
  signal.throwIfAborted();
  if (fails) {
    throw new EngineError(
      "final",
      "This failure is simulated: the server was asked for it. It says nothing of the input.",
    );
  }
  return result as T;
}
