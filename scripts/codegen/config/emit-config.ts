import { BANNER, escapeComment, toJs } from "@model-api/codegen";
import type { ConfigSchema, Setting } from "./config-schema.js";

const UNITS: Partial<Record<Setting["kind"], string>> = { duration: "Milliseconds.", size: "Bytes." };

/** The settings as the server reads them: their type, and the table that the reader goes by. */
export function emitConfig({ file, settings }: ConfigSchema): string {
  const properties = settings.map((setting) => {
    const type = typeOf(setting);
    const isSet = setting.default !== undefined;
    return `${docOf(setting)}\n  readonly ${setting.name}${isSet ? `: ${type}` : `?: ${type} | undefined`};`;
  });
  return `${BANNER}
/** How a server is configured. */
export interface ServerConfig {
${properties.join("\n")}
}

/** The file that settings are read from, and how another one is named. */
export const configFile = ${toJs({ flag: file.flag, env: file.env, default: file.default })} as const;

/** One setting, and where it is read from. */
export interface Setting {
  /** Its key in the file. */
  readonly name: keyof ServerConfig;
  readonly kind: "string" | "integer" | "boolean" | "duration" | "size" | "list";
  /** A secret has none. */
  readonly flag?: string;
  readonly env: string;
  /** Never to be printed. */
  readonly secret?: boolean;
  /** As it is written in the file. */
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  /** What is allowed, where the pattern does not say it to a person. */
  readonly allowed?: string;
  readonly minimum?: number | string;
  readonly maximum?: number | string;
}

export const settings: readonly Setting[] = ${toJs(settings.map(toRow))};
`;
}

function typeOf(setting: Setting): string {
  if (setting.enum) return setting.enum.map((word) => JSON.stringify(word)).join(" | ");
  if (setting.kind === "list") return "readonly string[]";
  if (setting.kind === "boolean" || setting.kind === "string") return setting.kind;
  return "number";
}

function docOf(setting: Setting): string {
  const unit = UNITS[setting.kind];
  const byDefault = setting.defaultText ?? JSON.stringify(setting.default);
  const text = [setting.description, unit].filter(Boolean).join(" ");
  const tail = byDefault === undefined ? "" : ` @default ${byDefault}`;
  return `  /** ${escapeComment(text)}${escapeComment(tail)} */`;
}

/** What the reader needs; what is for people only stays in the documentation. */
function toRow({ description: _, defaultText: __, value: ___, secret, ...row }: Setting) {
  return { ...row, ...(secret && { secret }) };
}
