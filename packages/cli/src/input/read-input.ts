import { readFileSync } from "node:fs";
import { CliError, EXIT } from "../exit-codes.js";
import { describeFileError } from "../file-errors.js";
import { readStandardInput } from "./standard-input.js";

export interface InputFlags {
  input?: string;
  inputFile?: string;
}

/** The JSON that `--input` or `--input-file` gives; empty where neither is there. */
export async function readInput({ input, inputFile }: InputFlags): Promise<Record<string, unknown>> {
  if (input !== undefined && inputFile !== undefined) {
    throw new CliError(EXIT.usage, "--input and --input-file cannot be used together");
  }
  if (input !== undefined) return parse(input, "--input");
  if (inputFile === undefined) return {};
  if (inputFile === "-") {
    return parse((await readStandardInput("--input-file -")).toString("utf8"), "--input-file -");
  }
  return parse(readText(inputFile, "--input-file"), `--input-file ${inputFile}`);
}

/** The text of a file that a flag names. */
export function readText(path: string, flag: string): string {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const why = describeFileError(error)?.why ?? (error as Error).message;
    throw new CliError(EXIT.badInput, `${flag} ${path} cannot be read`, why);
  }
}

function parse(text: string, source: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CliError(EXIT.badInput, `${source} is not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new CliError(EXIT.badInput, `${source} must hold a JSON object, the model's input`);
  }
  return value as Record<string, unknown>;
}
