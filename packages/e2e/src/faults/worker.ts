/** The scenarios inside an edge runtime: takes one, plays it there, answers what came of it. */
import { type AbortWish, abortRun } from "./abort-run.js";
import { runScenario } from "./run-scenario.js";
import type { Scenario } from "./scenario.js";
import type { Scene } from "./scene.js";

export type Assignment = { readonly scene: Scene } & (
  | { readonly scenario: Scenario }
  | { readonly abort: AbortWish }
);

export default {
  async fetch(request: Request): Promise<Response> {
    const assignment = (await request.json()) as Assignment;
    const { scene } = assignment;
    return Response.json(
      "abort" in assignment
        ? await abortRun(assignment.abort, scene)
        : await runScenario(assignment.scenario, scene),
    );
  },
};
