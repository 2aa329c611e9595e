import { type ConnectionFlags, connect } from "../connect.js";
import { CliError, EXIT } from "../exit-codes.js";

/** `model-api cancel <request id>` */
export async function cancel(requestId: string, flags: ConnectionFlags & { json: boolean }): Promise<void> {
  const { client } = connect(flags);
  const outcome = await client.request(requestId).cancel();
  if (flags.json) console.log(JSON.stringify({ requestId, outcome }, null, 2));
  else if (outcome === "cancelled") console.log(`request ${requestId} was cancelled`);
  if (outcome === "cancelled") return;
  throw new CliError(
    EXIT.failure,
    `request ${requestId} cannot be cancelled: it is in progress (it runs to its end and is charged) or has ended`,
  );
}
