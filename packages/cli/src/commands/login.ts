import { findBaseUrl, saveToken } from "@model-api/node";
import { connectWith } from "../connect.js";
import { CliError, EXIT } from "../exit-codes.js";
import { readStandardInput } from "../input/standard-input.js";
import { printJson } from "../output/json.js";
import { print, tell } from "../output/streams.js";
import type { Action } from "../table/command.js";
import { askServer, HOSTED, hasTokenInEnvironment, maskToken } from "../token.js";

/** `model-api login` */
export const login: Action = async (_, flags) => {
  const baseUrl = (flags.baseUrl as string | undefined) ?? findBaseUrl() ?? HOSTED;
  const token = (process.stdin.isTTY ? await ask(baseUrl) : await readPiped()).trim();
  // What is no token of a header would only be refused later, in words that help nobody.
  if (!/^[\x21-\x7e]{4,4096}$/.test(token))
    throw new CliError(
      EXIT.badInput,
      "that is no token",
      "A token is one word of at least four letters, digits or signs, without blanks.",
    );
  if (flags.verify !== false) await verify(token, flags, baseUrl);
  const file = await saveToken(token);
  if (flags.json) printJson({ token: maskToken(token), file, baseUrl, isVerified: flags.verify !== false });
  else print(`Token ${maskToken(token)} is kept in ${file}, for you only.`);
  if (hasTokenInEnvironment())
    tell("warning: RUNCOMFY_TOKEN is set, and goes before it; unset it to use the token that was kept");
};

/** Asks on the terminal, without echo. The question goes to stderr: stdout is for results. */
async function ask(baseUrl: string): Promise<string> {
  const { default: password } = await import("@inquirer/password");
  try {
    return await password({ message: `Token for ${baseUrl}` }, { output: process.stderr });
  } catch (error) {
    if ((error as Error).name !== "ExitPromptError") throw error;
    throw new CliError(EXIT.interrupted, "interrupted; nothing was changed");
  }
}

async function readPiped(): Promise<string> {
  return (await readStandardInput("login")).toString("utf8");
}

async function verify(token: string, flags: Record<string, unknown>, baseUrl: string): Promise<void> {
  const { client } = connectWith(token, flags);
  const { isAccepted, error } = await askServer(client);
  if (isAccepted) return;
  if (isAccepted === false)
    throw new CliError(
      EXIT.noPermission,
      `${baseUrl} refuses the token; nothing was changed`,
      (error as Error).message,
      "Copy it again, all of it; for a server of your own, name it with --base-url.",
    );
  const { exitCodeOf } = await import("../exit-code-of.js");
  throw new CliError(
    exitCodeOf(error),
    `the token could not be checked; nothing was changed`,
    (error as Error).message,
    "`model-api doctor` looks at the network; --no-verify keeps it unchecked.",
  );
}
