import { type Admission, type Engine, EngineError } from "../engines/engine.js";
import { ApiError } from "../http/api-error.js";
import type { ServerContext } from "../server-context.js";
import type { SimulatedFate } from "../simulate/simulation.js";
import { isOwnFileUrl } from "../uploads/own-file.js";

/** Asks the engine about a request before it is accepted. Throws where it refuses the input. */
export async function admit(
  { fetchMedia, clock }: Pick<ServerContext, "fetchMedia" | "clock">,
  engine: Engine,
  task: Parameters<NonNullable<Engine["admit"]>>[0],
  signal: AbortSignal,
): Promise<Admission | undefined> {
  try {
    return await engine.admit?.(task, {
      fetchMedia: (uri, expected) => fetchMedia(uri, expected, signal),
      isOwnFile: isOwnFileUrl,
      signal,
      clock,
    });
  } catch (error) {
    throw EngineError.isInstance(error) && error.fault === "input" ? refusal(error) : error;
  }
}

/** What a request's time in the queue is to look like, where its engine has a say in that; `now` is when it came. */
export function withAdmission(
  fate: SimulatedFate | undefined,
  admission: Admission | undefined,
  now: number,
): SimulatedFate | undefined {
  if (!admission) return fate;
  const { queue, plan } = admission;
  return {
    ...fate,
    ...(queue &&
      queue.ms > 0 && {
        queue: { until: now + queue.ms, ahead: queue.positions[0]?.ahead ?? 0, positions: queue.positions },
      }),
    ...(plan !== undefined && { plan }),
  };
}

function refusal({ message, detail }: EngineError): ApiError {
  return new ApiError("invalid", message, {
    ...(detail && { detail: detail.map(({ path, message }) => ({ path: [...path], message })) }),
  });
}
