import { closeSync, mkdirSync, openSync, unlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { CliError, EXIT } from "../exit-codes.js";
import { describeFileError } from "../file-errors.js";

/** Makes the folder for outputs, and finds out whether files can be made there, by making one. */
export function checkOutputFolder(dir: string): void {
  const folder = resolve(dir);
  const probe = join(folder, `.model-api-${process.pid}.probe`);
  try {
    mkdirSync(folder, { recursive: true });
    closeSync(openSync(probe, "w"));
    unlinkSync(probe);
  } catch (error) {
    throw new CliError(
      EXIT.failure,
      `--output-dir: nothing can be written in ${folder}`,
      describeFileError(error)?.why ?? (error as Error).message,
      "Name another folder with --output-dir, or print URLs with --no-download. Nothing was sent.",
    );
  }
}
