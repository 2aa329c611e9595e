import { existsSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import { typeOf } from "@model-api/models/lean";
import { CliError, EXIT } from "../exit-codes.js";
import { isMedia } from "./is-media.js";
import type { SchemaFlag } from "./schema-flags.js";
import { readStandardInput } from "./standard-input.js";

/**
 * The input with what was typed for its media made into files: `-` is standard input, and a pattern is what it matches, in the order of
 * the names. Paths and URLs stay as they are. Relative paths start from `folder`.
 */
export async function expandMedia(
  input: Record<string, unknown>,
  flags: readonly SchemaFlag[],
  folder: string = process.cwd(),
): Promise<Record<string, unknown>> {
  const expanded = { ...input };
  for (const { field, flag, schema } of flags) {
    const value = input[field];
    if (typeOf(schema) === "array" && isMedia(schema.items ?? {}) && Array.isArray(value)) {
      const items: unknown[] = [];
      for (const item of value) items.push(...(await expand(item, flag, folder)));
      expanded[field] = items;
    } else if (isMedia(schema) && typeof value === "string") {
      const found = await expand(value, flag, folder);
      if (found.length > 1)
        throw new CliError(
          EXIT.badInput,
          `${flag} takes one file, and ${value} matches ${found.length}`,
          `They are ${found.slice(0, 3).join(", ")}${found.length > 3 ? ", …" : ""}.`,
          "Name one of them; --batch runs many.",
        );
      expanded[field] = found[0];
    }
  }
  return expanded;
}

async function expand(value: unknown, flag: string, folder: string): Promise<unknown[]> {
  if (typeof value !== "string" || /^(https?|data|file):/i.test(value)) return [value];
  if (value === "-") return [new File([await readStandardInput(flag)], "standard input")];
  const inFolder = (path: string) =>
    folder === process.cwd() || isAbsolute(path) ? path : resolve(folder, path);
  // A file may well be called shot[1].png.
  if (!/[*?[{]/.test(value) || existsSync(inFolder(value))) return [inFolder(value)];
  const { glob } = await import("tinyglobby");
  const found = await glob(process.platform === "win32" ? value.replaceAll("\\", "/") : value, {
    cwd: folder,
    absolute: true,
    expandDirectories: false,
  });
  if (found.length === 0)
    throw new CliError(EXIT.badInput, `${flag}: no file matches ${value}`, "Nothing was sent.");
  const names = found.sort(byNumbers.compare);
  return folder === process.cwd() && !isAbsolute(value) ? names.map((name) => relative(folder, name)) : names;
}

/** `shot-2` before `shot-10`, in every language of the machine the same. */
const byNumbers = new Intl.Collator("en", { numeric: true });
