import { nearest } from "@model-api/models";
import type { Setting } from "../generated/config.js";
import { DURATION_FORM, parseDuration, parseSize, SIZE_FORM } from "./quantities.js";

/** What a setting may be, in words. */
type Problem = { readonly allowed: string; readonly hint?: string | undefined };

export type Reading = { readonly value: unknown } | Problem;

/** The value of a setting that was given as text: by a flag or in the environment. */
export function readText(setting: Setting, text: string): Reading {
  const { kind } = setting;
  if (kind === "boolean") {
    return /^(true|false)$/.test(text) ? { value: text === "true" } : { allowed: "true or false" };
  }
  if (kind === "integer") return checkNumber(setting, /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : NaN);
  if (kind === "list")
    return checkList(
      setting,
      text
        .split(",")
        .map((item) => item.trim())
        .filter(Boolean),
    );
  return checkText(setting, text);
}

/** The value of a setting that was given as JSON: in the file. */
export function readJson(setting: Setting, value: unknown): Reading {
  const { kind } = setting;
  if (kind === "boolean") return typeof value === "boolean" ? { value } : { allowed: "true or false" };
  if (kind === "integer") return checkNumber(setting, typeof value === "number" ? value : NaN);
  if (kind === "list") {
    if (Array.isArray(value) && value.every((item) => typeof item === "string"))
      return checkList(setting, value);
    return { allowed: `an array of strings: ${setting.allowed ?? "any"}` };
  }
  if (kind === "duration" && value === 0) return checkText(setting, "0");
  if (typeof value !== "string") return { allowed: `a string: ${formOf(setting)}` };
  return checkText(setting, value);
}

function checkText(setting: Setting, text: string): Reading {
  const { kind, pattern } = setting;
  if (kind === "duration" || kind === "size") return checkQuantity(setting, text);
  if (setting.enum && !setting.enum.includes(text)) {
    const near = nearest(text, setting.enum);
    return { allowed: formOf(setting), hint: near && `Did you mean ${near}?` };
  }
  if (pattern !== undefined && !new RegExp(pattern).test(text)) return { allowed: formOf(setting) };
  return { value: text };
}

function checkQuantity(setting: Setting, text: string): Reading {
  const parse = setting.kind === "duration" ? parseDuration : parseSize;
  const value = parse(text);
  const low = setting.minimum === undefined ? 0 : (parse(String(setting.minimum)) ?? 0);
  const high = setting.maximum === undefined ? Infinity : (parse(String(setting.maximum)) ?? Infinity);
  const isBare = /^\d+$/.test(text.trim());
  if (value === undefined || value < low || value > high)
    return { allowed: formOf(setting), hint: isBare && value === undefined ? "It has no unit." : undefined };
  return { value };
}

function checkNumber(setting: Setting, value: number): Reading {
  const { minimum = -Infinity, maximum = Infinity } = setting;
  const isAllowed = Number.isInteger(value) && value >= Number(minimum) && value <= Number(maximum);
  return isAllowed ? { value } : { allowed: formOf(setting) };
}

function checkList(setting: Setting, items: readonly string[]): Reading {
  const pattern = new RegExp(setting.pattern ?? "");
  const bad = items.find((item) => !pattern.test(item));
  if (bad === undefined) return { value: items };
  return { allowed: formOf(setting), hint: `${JSON.stringify(bad)} is none.` };
}

function formOf({ kind, minimum, maximum, allowed, enum: words }: Setting): string {
  const least = minimum === undefined ? "" : `, at least ${minimum}`;
  const most = maximum === undefined ? "" : `, at most ${maximum}`;
  if (words) return `one of ${words.join(", ")}`;
  if (allowed) return allowed;
  if (kind === "duration") return DURATION_FORM + least + most;
  if (kind === "size") return SIZE_FORM + least + most;
  if (kind === "integer") return `a whole number${least}${most}`;
  return "a text";
}
