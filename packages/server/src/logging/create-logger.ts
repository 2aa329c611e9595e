import { destination, pino } from "pino";
import type { Logger } from "../logger.js";
import { textLine } from "./text-line.js";

export interface LoggerOptions {
  readonly level: "debug" | "info" | "warn" | "error" | "silent";
  /** `json` is one JSON object a line; `text` is for people. */
  readonly format: "json" | "text";
  /** A file descriptor. @default 2, stderr */
  readonly fd?: number;
}

export interface FlushableLogger extends Logger {
  /** Writes out what has been logged. Call it when the process is about to end. */
  flush(): void;
}

/** One write for many lines costs a fraction of a write for each; nobody misses a line for so long. */
const BATCH_LENGTH = 8192;
const BATCH_MS = 100;

const LEVELS = ["debug", "info", "warn", "error"] as const;

/** What `model-api serve` logs with. Writing is asynchronous: a slow terminal or pipe does not hold up answers. */
export function createLogger({ level, format, fd = 2 }: LoggerOptions): FlushableLogger {
  const isText = format === "text";
  const out = destination({ fd, sync: false });
  // A reader that has gone, such as `| head`, is no reason to die.
  out.on("error", () => {});
  let waiting = "";
  let timer: NodeJS.Timeout | undefined;

  function write(line: string): void {
    waiting += line;
    if (isText || waiting.length >= BATCH_LENGTH) drain();
    else timer ??= setTimeout(drain, BATCH_MS).unref();
  }

  function drain(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting !== "") out.write(waiting);
    waiting = "";
  }

  function flush(): void {
    drain();
    try {
      out.flushSync();
    } catch {
      // Not open yet, or gone: there is nowhere to write to.
    }
  }
  process.once("exit", flush);

  if (isText) return { ...textLogger(level, write), flush };
  const log = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      // Errors have been made plain before they get here.
      serializers: { err: (error) => error },
    },
    { write },
  );
  return Object.assign(log as Logger, { flush });
}

function textLogger(level: LoggerOptions["level"], write: (line: string) => void): Logger {
  const least = level === "silent" ? LEVELS.length : LEVELS.indexOf(level);
  const at = (name: (typeof LEVELS)[number]) => (fields: object, message: string) => {
    if (LEVELS.indexOf(name) >= least)
      write(textLine(name, fields as Record<string, unknown>, message, new Date()));
  };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
