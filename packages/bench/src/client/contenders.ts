import { compileProgram, runProgram, startJobServer } from "./processes.js";
import { type ContenderName, SMALL_GETS } from "./programs/small-gets.js";

export const CONTENDERS = Object.keys(SMALL_GETS) as ContenderName[];

/** What each contender's process printed in one round. */
export type Round = Record<ContenderName, number>;

/**
 * Runs a program once a round for each contender, each time in a fresh process. The order rotates, so that none of them
 * always comes after the same one.
 */
export async function runRounds(name: string, rounds: number): Promise<Round[]> {
  const program = await compileProgram(name);
  const server = await startJobServer({ holds: false });
  const run = (contender: ContenderName) => runProgram<number>(program, [contender, server.url]);
  try {
    // Not counted: it warms the server and the file system's cache.
    for (const contender of CONTENDERS) await run(contender);
    const results: Round[] = [];
    for (let round = 0; round < rounds; round++) {
      const first = round % CONTENDERS.length;
      const order = [...CONTENDERS.slice(first), ...CONTENDERS.slice(0, first)];
      const figures: Partial<Round> = {};
      for (const contender of order) figures[contender] = await run(contender);
      results.push(figures as Round);
    }
    return results;
  } finally {
    await server.stop();
  }
}
