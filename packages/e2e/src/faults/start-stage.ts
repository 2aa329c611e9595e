import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The program that plays scenes. */
export interface Stage {
  readonly url: string;
  stop(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL("stage-program.ts", import.meta.url));

export async function startStage(): Promise<Stage> {
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM], {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    stdio: ["pipe", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  const line = once(createInterface({ input: child.stdout }), "line");
  const died = gone.then(([code]) => Promise.reject(new Error(`the stage ended with ${code}`)));
  died.catch(() => {});
  const [url] = (await Promise.race([line, died])) as [string];
  return {
    url,
    async stop() {
      child.stdin.end();
      await gone;
    },
  };
}
