import { CliError, EXIT } from "../exit-codes.js";

/** `--timeout` in milliseconds. */
export function secondsFlag(text: string): number {
  const value = Number(text);
  if (value > 0) return value * 1000;
  throw new CliError(EXIT.usage, `--timeout must be a number of seconds above 0; got "${text}"`);
}

/** `--max-cost` in US dollars. */
export function dollarsFlag(text: string): number {
  const value = Number(text.replace(/^\$/, ""));
  if (text.trim() !== "" && value >= 0) return value;
  throw new CliError(EXIT.usage, `--max-cost must be a number of US dollars, such as 0.50; got "${text}"`);
}

/** A whole number between two. */
export function wholeFlag(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new CliError(EXIT.usage, `${flag} must be a whole number from ${least} to ${most}; got "${text}"`);
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** A time such as 12h or 30d, in milliseconds. */
export function durationFlag(flag: string, text: string): number {
  const [, amount = "", unit = ""] = /^(\d+(?:\.\d+)?)([smhd])$/.exec(text) ?? [];
  const seconds = UNITS[unit];
  if (seconds !== undefined) return Number(amount) * seconds * 1000;
  throw new CliError(EXIT.usage, `${flag} must be a time such as 30m, 12h or 30d; got "${text}"`);
}
