import { removeToken, tokenFile } from "@model-api/node";
import { printJson } from "../output/json.js";
import { print, tell } from "../output/streams.js";
import type { Action } from "../table/command.js";
import { hasTokenInEnvironment } from "../token.js";

/** `model-api logout` */
export const logout: Action = async (_, flags) => {
  const file = tokenFile();
  const isRemoved = await removeToken();
  if (flags.json) printJson({ isRemoved, file });
  else print(isRemoved ? `${file} is removed.` : `There was no token in ${file}.`);
  if (hasTokenInEnvironment()) tell("warning: RUNCOMFY_TOKEN is still set in this shell");
};
