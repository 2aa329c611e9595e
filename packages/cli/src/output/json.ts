import { print } from "./streams.js";

let hasPrinted = false;

/** Prints the one object of `--json`. */
export function printJson(value: unknown): void {
  hasPrinted = true;
  print(JSON.stringify(value, null, 2));
}

/** Prints one event of `--ndjson`: its name first. */
export function printEvent(event: string, facts: object): void {
  print(JSON.stringify({ event, ...facts }));
}

/** Whether the one object has been printed, so that no second one follows it. */
export function hasPrintedJson(): boolean {
  return hasPrinted;
}
