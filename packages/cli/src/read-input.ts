import { readFileSync } from "node:fs";
import { CliError, EXIT } from "./exit-codes.js";

export interface InputFlags {
  input?: string;
  inputFile?: string;
}

/** The JSON that `--input` or `--input-file` gives; empty where neither is there. */
export function readInput({ input, inputFile }: InputFlags): Record<string, unknown> {
  if (input !== undefined && inputFile !== undefined) {
    throw new CliError(EXIT.usage, "--input and --input-file cannot be used together");
  }
  if (input !== undefined) return parse(input, "--input");
  if (inputFile === undefined) return {};
  let text: string;
  try {
    text = readFileSync(inputFile === "-" ? 0 : inputFile, "utf8");
  } catch (error) {
    throw new CliError(
      EXIT.badInput,
      `--input-file ${inputFile} cannot be read: ${(error as Error).message}`,
    );
  }
  return parse(text, `--input-file ${inputFile}`);
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
