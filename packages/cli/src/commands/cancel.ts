import { journal } from "@model-api/node";
import { connect } from "../connect.js";
import { CliError, EXIT } from "../exit-codes.js";
import { printJson } from "../output/json.js";
import { print } from "../output/streams.js";
import { noteQuietly } from "../request/note.js";
import type { Action } from "../table/command.js";

/** `model-api cancel <request>` */
export const cancel: Action = async ([requestId = ""], flags) => {
  const { client } = connect(flags);
  const outcome = await client.request(requestId).cancel();
  if (outcome === "cancelled") await noteQuietly(journal(), requestId, { state: "cancelled" });
  if (flags.json) printJson({ requestId, outcome });
  else if (outcome === "cancelled") print(`request ${requestId} was cancelled`);
  if (outcome === "cancelled") return;
  throw new CliError(
    EXIT.failure,
    `request ${requestId} cannot be cancelled: it is in progress (it runs to its end and is charged) or has ended`,
    `See where it stands: model-api status ${requestId}`,
  );
};
