import { median } from "../measure.js";
import { milliseconds, printTable } from "../report.js";
import { CONTENDERS, runRounds } from "./contenders.js";

const ROUNDS = 15;

/** The CPU of a whole process that imports a client, constructs it and makes one call, over the same with bare fetch. */
export async function benchClientFirstCall(): Promise<void> {
  const rounds = await runRounds("first-call", ROUNDS);
  const rows = CONTENDERS.map((name) => ({
    what: name,
    figures: [
      milliseconds(median(rounds.map((round) => round[name])) / 1000),
      milliseconds(median(rounds.map((round) => round[name] - round["bare fetch"])) / 1000),
    ],
    ...(name === "@model-api/client" && { goal: "10 ms more" }),
  }));
  printTable(
    `Client, first call: CPU of a process that imports, constructs and calls once (${ROUNDS} rounds)`,
    ["CPU", "over fetch"],
    rows,
  );
}
