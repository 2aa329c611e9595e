import { BANNER, toJs } from "@model-api/codegen";
import type { ConfigSchema, Setting } from "./config-schema.js";

/** What the command line says of the settings, so that its help needs no server. */
export function emitServeFlags({ file, settings }: ConfigSchema): string {
  const flags = settings.flatMap((setting) => {
    if (setting.flag === undefined) return [];
    const { kind, name } = setting;
    const flag = kind === "boolean" ? `--${setting.flag}` : `--${setting.flag} <${setting.value}>`;
    return [{ flag, name, description: helpOf(setting), ...(kind === "boolean" && { negatable: true }) }];
  });
  const secrets = settings.filter((setting) => setting.secret);
  return `${BANNER}
/** A flag of \`serve\`, and the setting that it stands for. */
export interface ServeFlag {
  readonly flag: string;
  readonly name: string;
  readonly description: string;
  /** Whether \`--no-…\` switches it off. */
  readonly negatable?: boolean;
}

export const serveFlags: readonly ServeFlag[] = ${toJs(flags)};

/** The flag that names the configuration file. */
export const configFlag = ${toJs({ flag: `--${file.flag} <file>`, description: `${lead(file.description)} (default: ${file.default}, if it is there)` })} as const;

/** What is never a flag: where it is said instead, by setting. */
export const serveSecrets: Readonly<Record<string, string>> = ${toJs(Object.fromEntries(secrets.map(({ name, env }) => [name, env])))};
`;
}

/** The first sentence is enough for the help; the documentation has all of them. */
function helpOf({ description, defaultText, default: value, kind }: Setting): string {
  const text = lead(/^.*?[.;:](?=\s|$)/.exec(description)?.[0] ?? description);
  const isNone = value === undefined || value === false || (Array.isArray(value) && value.length === 0);
  const byDefault = defaultText ?? (isNone ? undefined : String(value));
  return byDefault === undefined || (kind === "boolean" && value === false)
    ? text
    : `${text} (default: ${byDefault.replaceAll("`", "")})`;
}

/** As help texts are written here: no capital at the start, no full stop. */
function lead(sentence: string): string {
  const text = sentence.replace(/[.;:]$/, "").replaceAll("`", "");
  return text.charAt(0).toLowerCase() + text.slice(1);
}
