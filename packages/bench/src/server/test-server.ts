import { compileProgram, runProgram } from "../client/processes.js";
import { median } from "../measure.js";
import { milliseconds, printRows } from "../report.js";

const ROUNDS = 10;

/** How soon a test has its server: the first one of a process, and those after it. */
export async function benchServerTestServer(): Promise<void> {
  const program = await compileProgram("test-server", "server");
  const rounds: { first: number; next: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await runProgram(program, []));
  printRows("Server, in a test: createTestServer()", [
    {
      what: "the first one of a process, its modules loaded",
      figure: milliseconds(median(rounds.map(({ first }) => first))),
      goal: "under 50 ms",
    },
    {
      what: "each one after it",
      figure: milliseconds(median(rounds.map(({ next }) => next))),
      goal: "under 50 ms",
    },
  ]);
}
