/** A flag of a command. Parser, help, completion and the README's tables are all made from these. */
export interface Flag {
  /** As it is typed: `--output-dir <path>`, `--json`, `--no-download`. */
  readonly flag: string;
  readonly description: string;
  /** What it is when it is left out. Help says it. */
  readonly default?: string;
  /** What completion offers as its value. */
  readonly values?: Completes;
  readonly isRequired?: boolean;
  /** May be given several times; the values are collected. */
  readonly isRepeatable?: boolean;
  /** Known to the parser, and told nowhere. */
  readonly isHidden?: boolean;
  /** Under which heading help shows it. @default "option" */
  readonly group?: "common";
}

/** What completion offers in a place: models of the catalog, requests of the journal, files, or fixed words. */
export type Completes = "models" | "requests" | "files" | readonly string[];

export interface Argument {
  /** As help has it: `<model>`, `[search]`, `<sources...>`. */
  readonly argument: string;
  readonly description: string;
  readonly values?: Completes;
}

/** Runs a command: its arguments in order, then its flags by commander's names. */
export type Action = (args: readonly string[], flags: Record<string, unknown>) => Promise<void> | void;

/** A command, and all that anyone has to know about it before it runs. */
export interface CommandEntry {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** More, for the command's own page. */
  readonly details?: string;
  readonly arguments?: readonly Argument[];
  readonly flags: readonly Flag[];
  /** Flags that are many, and loaded only where they are needed. */
  readonly moreFlags?: () => Promise<readonly Flag[]>;
  readonly examples?: readonly string[];
  /** Commands below this one, as `keys create`. */
  readonly commands?: readonly CommandEntry[];
  /** Loads what runs it; missing where it only has commands below it. */
  readonly load?: () => Promise<Action>;
  /** The flags of a model belong to it besides: its first argument is a model, and everything after that is parsed with it. */
  readonly takesModelFlags?: boolean;
  readonly isHidden?: boolean;
}
