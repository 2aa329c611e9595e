import { median } from "../measure.js";
import { printTable } from "../report.js";
import { CONTENDERS, runRounds } from "./contenders.js";

const ROUNDS = 3;

/** The CPU of one small GET with keep-alive, over the same with bare fetch in the same process. */
export async function benchClientCalls(): Promise<void> {
  const rounds = await runRounds("calls", ROUNDS);
  const rows = CONTENDERS.map((name) => {
    const ratios = rounds.map((round) => round[name]);
    const range = `${Math.min(...ratios).toFixed(2)} – ${Math.max(...ratios).toFixed(2)}`;
    return {
      what: name === "bare fetch" ? "bare fetch against itself" : name,
      figures: [median(ratios).toFixed(2), range],
      ...(name === "@model-api/client" && { goal: "1.2, and below @fal-ai/client, ky and openai" }),
    };
  });
  printTable(
    `Client, calls: CPU of one small GET, keep-alive once warm, in turn with bare fetch (${ROUNDS} rounds)`,
    ["over fetch", "range"],
    rows,
  );
}
