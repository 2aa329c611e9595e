import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { HELP, readCommandLine, UsageError } from "./command-line.js";
import { type Context, createContext } from "./context.js";
import { createServer } from "./create-server.js";
import { VERSION } from "./version.js";

/** What the shell is told of a wrong command line, after `sysexits.h`. */
const EX_USAGE = 64;

/**
 * Serves as a command line says: on standard input and output until they are closed, or over HTTP until it is told to stop. On
 * standard output there is nothing but the protocol; what is for people goes to standard error.
 */
export async function main(words: readonly string[] = process.argv.slice(2)): Promise<void> {
  try {
    const command = readCommandLine(words, process.env);
    if (command.kind !== "serve")
      return void process.stdout.write(command.kind === "help" ? HELP : `${VERSION}\n`);
    const context = createContext(command.options);
    if (command.http) {
      const { listen } = await import("./http/listen.js");
      const { url, close } = await listen(context, command.http);
      context.tell(`serving at ${url}`);
      await toldToStop();
      await close();
    } else {
      const handle = serveStdio(() => createServer(context), {
        onerror: (error) => context.tell(`protocol: ${error.message}`),
      });
      await Promise.race([inputEnded(), toldToStop()]);
      context.isStopping = true;
      await handle.close();
    }
    await settled(context);
    // A wait for a request that goes on would keep the process.
    process.exit();
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof TypeError)) throw error;
    process.stderr.write(`error: ${error.message}\n`);
    process.exitCode = EX_USAGE;
  }
}

/** Whoever started the process has closed its input, or does not read what it says any more. */
function inputEnded(): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ["end", "close"]) process.stdin.once(event, resolve);
    process.stdout.once("error", () => resolve());
  });
}

function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}

/** Submits that are under way get their answers, for a few seconds: with them, the journal knows what was paid for. */
async function settled({ underWay }: Context): Promise<void> {
  while (underWay.size > 0) await Promise.allSettled(underWay);
  // What is done when they are answered, such as the note itself, comes in turns of its own.
  await new Promise((resolve) => setImmediate(resolve));
}
