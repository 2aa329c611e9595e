import { median } from "../measure.js";
import { printTable } from "../report.js";
import { CONTENDERS, runRounds } from "./contenders.js";

const ROUNDS = 5;

/** The CPU of one small GET with keep-alive, over the same with bare fetch. */
export async function benchClientCalls(): Promise<void> {
  const rounds = await runRounds("calls", ROUNDS);
  const rows = CONTENDERS.map((name) => {
    const ratios = rounds.map((round) => round[name] / round["bare fetch"]);
    return {
      what: name,
      figures: [
        `${median(rounds.map((round) => round[name])).toFixed(0)} µs`,
        median(ratios).toFixed(2),
        `${Math.min(...ratios).toFixed(2)} – ${Math.max(...ratios).toFixed(2)}`,
      ],
      ...(name === "@model-api/client" && { goal: "1.2, and below @fal-ai/client, ky and openai" }),
    };
  });
  printTable(
    `Client, calls: CPU of one small GET, keep-alive once warm (${ROUNDS} rounds)`,
    ["CPU", "over fetch", "range"],
    rows,
  );
}
