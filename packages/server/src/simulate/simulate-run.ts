import type { Clock } from "../clock.js";
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
  const [result] = await Promise.all([
    fate.failure ? undefined : run(),
    pause(clock, fate.runMs ?? 0, signal),
  ]);
  if (fate.failure) throw new EngineError("final", fate.failure.message);
  return result as T;
}

function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const end = () => {
      signal.removeEventListener("abort", abort);
      resolve();
    };
    const disarm = clock.after(ms, end);
    const abort = () => {
      disarm();
      reject(signal.reason);
    };
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort);
  });
}
