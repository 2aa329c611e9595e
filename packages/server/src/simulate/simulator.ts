import { ApiError } from "../http/api-error.js";
import { parseSimulation, SimulationError } from "./parse-simulation.js";
import { drawSubmit, type SimulatedSubmit, type Simulation, seededRandom } from "./simulation.js";

const HEADER = "model-api-simulate";

/** Says what is pretended for each submit. */
export interface Simulator {
  /** Throws where the call asks for a simulation that it cannot have. */
  drawFor(headers: Headers, now: number): SimulatedSubmit | undefined;
}

/** `simulation` undefined: the server does not simulate, and a call that asks for it is told so, rather than deceived. */
export function createSimulator(simulation: Simulation | undefined): Simulator {
  const random = simulation?.seed === undefined ? Math.random : seededRandom(simulation.seed);
  return {
    drawFor(headers, now) {
      const asked = headers.get(HEADER);
      if (asked !== null && simulation === undefined)
        throw refused("this server does not simulate; start it with --simulate.");
      if (simulation === undefined) return undefined;
      return drawSubmit({ ...simulation, ...(asked !== null && parse(asked)) }, now, random);
    },
  };
}

function parse(text: string): Simulation {
  try {
    return parseSimulation(text);
  } catch (error) {
    if (error instanceof SimulationError) throw refused(error.message);
    throw error;
  }
}

function refused(reason: string): ApiError {
  return new ApiError("invalid", `The Model-Api-Simulate header: ${reason} Nothing was submitted.`);
}
