import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { Environment } from "../credentials.js";

/** Where a user's programs keep what must outlive them, by the habits of the system. */
export function stateFolder(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const given = env.XDG_STATE_HOME;
  // The specification says that a relative path is to be ignored.
  if (given && isAbsolute(given)) return join(given, "model-api", "requests");
  return join(usualFolder(env, platform), "model-api", "requests");
}

function usualFolder(env: Environment, platform: NodeJS.Platform): string {
  if (platform === "win32") return env.LOCALAPPDATA || join(homedir(), "AppData", "Local");
  if (platform === "darwin") return join(homedir(), "Library", "Application Support");
  return join(homedir(), ".local", "state");
}
