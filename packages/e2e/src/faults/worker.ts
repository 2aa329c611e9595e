/** The scenarios inside an edge runtime: takes one, plays it there, answers what came of it. */
import { runScenario } from "./run-scenario.js";
import type { Scenario } from "./scenario.js";
import type { Scene } from "./scene.js";

export interface Assignment {
  readonly scenario: Scenario;
  readonly scene: Scene;
}

export default {
  async fetch(request: Request): Promise<Response> {
    const { scenario, scene } = (await request.json()) as Assignment;
    return Response.json(await runScenario(scenario, scene));
  },
};
