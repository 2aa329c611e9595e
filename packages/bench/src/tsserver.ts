import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { median } from "./measure.js";
import { NODE, REPOSITORY } from "./repository.js";

interface Reply {
  readonly request_seq?: number;
  readonly success?: boolean;
  readonly body?: { readonly entries?: readonly { readonly name: string }[] };
}

/** Milliseconds that an editor waits for a completion of a model id and of an input's field, medians of 15, once warm. */
export async function measureCompletions(folder: string): Promise<{ id: number; field: number }> {
  const server = spawn(
    NODE,
    [join(REPOSITORY, "node_modules/typescript/lib/tsserver.js"), "--disableAutomaticTypingAcquisition"],
    {
      cwd: folder,
      stdio: ["pipe", "pipe", "ignore"],
    },
  );
  const waiting = new Map<number, (reply: Reply) => void>();
  createInterface({ input: server.stdout }).on("line", (line) => {
    if (!line.startsWith("{")) return;
    const reply = JSON.parse(line) as Reply;
    if (reply.request_seq !== undefined) waiting.get(reply.request_seq)?.(reply);
  });
  let seq = 0;
  const send = (command: string, args: object) =>
    server.stdin.write(`${JSON.stringify({ seq: ++seq, type: "request", command, arguments: args })}\n`);
  const ask = (command: string, args: object) =>
    new Promise<Reply>((resolve) => {
      waiting.set(seq + 1, resolve);
      send(command, args);
    });

  const file = join(folder, "main.ts");
  const text = readFileSync(file, "utf8");
  send("open", { file, fileContent: text });
  const line = text.split("\n").findIndex((row) => row.startsWith("client.run")) + 1;
  const row = text.split("\n")[line - 1] ?? "";
  const places = { id: row.indexOf('"') + 2, field: row.indexOf("{") + 2 };

  const measure = async (offset: number, expected: string) => {
    const took: number[] = [];
    for (let round = 0; round < 18; round++) {
      // A keystroke elsewhere, as when someone types: what was computed for this version does not count for the next.
      send("change", { file, line: 1, offset: 1, endLine: 1, endOffset: 1, insertString: " " });
      const started = performance.now();
      const { body } = await ask("completionInfo", { file, line, offset });
      took.push(performance.now() - started);
      if (!body?.entries?.some(({ name }) => name === expected))
        throw new Error(`tsserver did not offer ${expected}`);
    }
    return median(took.slice(3));
  };
  const result = {
    id: await measure(places.id, "openai/gpt-image-2/edit"),
    field: await measure(places.field, "aspect_ratio"),
  };
  server.kill();
  return result;
}
