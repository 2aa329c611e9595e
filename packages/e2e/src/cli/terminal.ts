import { spawn } from "@lydell/node-pty";
import headless from "@xterm/headless";
import { CLI, until } from "../harness.js";

export interface TerminalOptions {
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  readonly columns?: number;
  readonly rows?: number;
}

/** A program in a real pseudo-terminal, and what somebody sees who sits before it. */
export interface Terminal {
  readonly pid: number;
  /** Presses keys. */
  type(keys: string): void;
  resize(columns: number, rows?: number): void;
  /** What is on the screen and above it, without colours; lines without the blanks at their end. */
  screen(): Promise<string>;
  /** All bytes so far. */
  raw(): string;
  /** Waits until the screen shows it. */
  shows(what: string | RegExp): Promise<string>;
  /** Closes the window. */
  close(): void;
  readonly exit: Promise<{ readonly code: number; readonly signal: number | undefined }>;
}

export const CTRL_C = "\x03";
export const ENTER = "\r";

/** The built CLI in a terminal of its own. */
export function openTerminal(args: readonly string[], options: TerminalOptions = {}): Terminal {
  return openProgram(process.execPath, [CLI, ...args], options);
}

export function openProgram(
  file: string,
  args: readonly string[],
  { env = {}, cwd = process.cwd(), columns = 80, rows = 24 }: TerminalOptions,
): Terminal {
  const screen = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  const program = spawn(file, [...args], {
    cols: columns,
    rows,
    cwd,
    env: { PATH: process.env.PATH ?? "", HOME: "/nonexistent", TERM: "xterm-256color", ...env },
  });
  let raw = "";
  program.onData((data) => {
    raw += data;
    screen.write(data);
  });
  const exit = new Promise<{ code: number; signal: number | undefined }>((resolve) =>
    program.onExit(({ exitCode, signal }) => resolve({ code: exitCode, signal: signal || undefined })),
  );
  const read = async () => {
    await new Promise<void>((resolve) => screen.write("", resolve));
    const { active } = screen.buffer;
    const lines = Array.from(
      { length: active.length },
      (_, row) => active.getLine(row)?.translateToString(true) ?? "",
    );
    return lines.join("\n").trimEnd();
  };
  return {
    pid: program.pid,
    type: (keys) => program.write(keys),
    resize(to, height = rows) {
      program.resize(to, height);
      screen.resize(to, height);
    },
    screen: read,
    raw: () => raw,
    async shows(what) {
      let last = "";
      const isThere = async () => {
        last = await read();
        return typeof what === "string" ? last.includes(what) : what.test(last);
      };
      await until(`the terminal shows ${what}`, isThere, 30).catch((error) => {
        throw new Error(`${error.message}; it shows:\n${last}`);
      });
      return last;
    },
    close: () => (program as unknown as { destroy(): void }).destroy(),
    exit,
  };
}
