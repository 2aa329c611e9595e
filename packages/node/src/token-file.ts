import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type Environment, tokenFile } from "./credentials.js";

/**
 * Keeps a token in the token file, for its owner only; the file is there whole or as it was before. What else another tool keeps
 * in it stays.
 * @returns the path of the file
 * @throws TypeError where the token is none; Error where the file cannot be written
 */
export async function saveToken(token: string, env: Environment = process.env): Promise<string> {
  const value = token.trim();
  if (!/^[\x21-\x7e]+$/.test(value))
    throw new TypeError("A token is one word of visible ASCII characters; what was given is not.");
  const path = tokenFile(env);
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const text = `${JSON.stringify({ ...(await others(path)), token: value }, null, 2)}\n`;
    const file = await open(temporary, "wx", 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw new Error(
      `The token file ${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown"}).`,
    );
  }
  return path;
}

/** Removes the token file; false where there was none. */
export async function removeToken(env: Environment = process.env): Promise<boolean> {
  const path = tokenFile(env);
  try {
    await rm(path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return false;
    throw new Error(`The token file ${path} cannot be removed (${code}).`);
  }
}

/** What is in the file besides; nothing where it is none of ours. */
async function others(path: string): Promise<object> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}
