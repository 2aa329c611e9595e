import { spawnSync } from "node:child_process";

/** Milliseconds that a whole process takes, from start to end; its output is thrown away. */
export function timeProcess(
  command: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): number {
  const [file = "", ...args] = command;
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(file, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  const elapsed = performance.now() - started;
  if (status !== 0) throw new Error(`${command.join(" ")} ended with ${status}\n${stdout}${stderr}`);
  return elapsed;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return (low + high) / 2;
}

/** Times two commands in turn, A B A B …, so that a machine that slows down slows both; gives medians and their ratio. */
export function compare(a: readonly string[], b: readonly string[], cwd: string, rounds: number) {
  const pairs = Array.from({ length: rounds }, () => [timeProcess(a, cwd), timeProcess(b, cwd)] as const);
  return {
    a: median(pairs.map(([left]) => left)),
    b: median(pairs.map(([, right]) => right)),
    ratio: median(pairs.map(([left, right]) => left / right)),
  };
}
