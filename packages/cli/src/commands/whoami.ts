import { findBaseUrl, findCredentials } from "@model-api/node";
import { connect, TOKEN_HELP } from "../connect.js";
import { CliError, EXIT } from "../exit-codes.js";
import { coloursOf } from "../output/colours.js";
import { printJson } from "../output/json.js";
import { print } from "../output/streams.js";
import type { Action } from "../table/command.js";
import { askServer, HOSTED, maskToken } from "../token.js";

/** `model-api whoami` */
export const whoami: Action = async (_, flags) => {
  const found = findCredentials();
  if (!found) throw new CliError(EXIT.noPermission, "there is no API token", ...TOKEN_HELP);
  const { client } = connect(flags);
  const answer = await askServer(client);
  const facts = {
    token: maskToken(found.token),
    source: found.source,
    baseUrl: (flags.baseUrl as string | undefined) ?? findBaseUrl() ?? HOSTED,
    isAccepted: answer.isAccepted ?? null,
  };
  if (flags.json) printJson(facts);
  else {
    const { green, red, yellow } = coloursOf(process.stdout);
    print(`Token    ${facts.token} (from ${facts.source})`);
    print(`Server   ${facts.baseUrl}`);
    if (answer.isAccepted) print(green("Accepted"));
    else if (answer.isAccepted === false) print(red("Refused"));
    else print(yellow("Not known: the server did not answer"));
  }
  if (answer.error) throw answer.error;
};
