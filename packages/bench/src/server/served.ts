import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { compileProgram } from "../client/processes.js";
import { NODE } from "../repository.js";
import type { Listening, Usage } from "./programs/serve.js";

/** A server in a process of its own. */
export interface Served extends Listening {
  readonly child: ChildProcess;
  usage(): Promise<Usage>;
  /** Lets the oldest run end. */
  endOne(): Promise<void>;
  stop(): Promise<void>;
}

export async function serve(args: readonly string[]): Promise<Served> {
  const program = await compileProgram("serve", "server");
  const child = spawn(NODE, [program, ...args], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ask = async <Answer>(message: string): Promise<Answer> => {
    const answer = once(child, "message");
    child.send(message);
    return (await answer)[0] as Answer;
  };
  const [listening] = (await once(child, "message")) as [Listening];
  return {
    ...listening,
    child,
    usage: () => ask<Usage>("usage"),
    endOne: async () => {
      await ask("end one");
    },
    async stop() {
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    },
  };
}
