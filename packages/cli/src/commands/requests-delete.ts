import { ModelApiError } from "@model-api/client";
import { journal } from "@model-api/node";
import { connect } from "../connect.js";
import { CliError, EXIT } from "../exit-codes.js";
import { printJson } from "../output/json.js";
import { print } from "../output/streams.js";
import type { Action } from "../table/command.js";

type Outcome = "deleted" | "not_found" | "not_ended";

/** `model-api requests delete <requests…>`: one after the other; one that cannot be deleted keeps no other from it. */
export const deleteRequests: Action = async (ids, flags) => {
  const { client } = connect(flags);
  const outcomes: { readonly requestId: string; readonly outcome: Outcome }[] = [];
  for (const requestId of new Set(ids)) {
    const outcome = await outcomeOf(client.requests.delete(requestId));
    outcomes.push({ requestId, outcome });
    if (outcome !== "deleted") continue;
    // What is gone is no work to come back to. A journal that cannot be written does not undo the deletion.
    await journal()
      .remove(requestId)
      .catch(() => {});
    if (!flags.json) print(`request ${requestId} is deleted, with what it made`);
  }
  if (flags.json) printJson(outcomes);
  const left = outcomes.filter(({ outcome }) => outcome !== "deleted");
  if (left.length === 0) return;
  const isOnlyEarly = left.every(({ outcome }) => outcome === "not_ended");
  const [first, ...more] = left.map(({ requestId, outcome }) =>
    outcome === "not_ended"
      ? `request ${requestId} has not ended, and was left as it is; cancel it, or wait: model-api wait ${requestId}`
      : `there is no request ${requestId} (any more), or it is another key's, or the server deletes none`,
  );
  throw new CliError(isOnlyEarly ? EXIT.tryAgain : EXIT.failure, `${first}`, ...more);
};

async function outcomeOf(deletion: Promise<void>): Promise<Outcome> {
  try {
    await deletion;
    return "deleted";
  } catch (error) {
    if (!ModelApiError.isInstance(error)) throw error;
    if (error.code === "not_found") return "not_found";
    if (error.status === 409) return "not_ended";
    throw error;
  }
}
