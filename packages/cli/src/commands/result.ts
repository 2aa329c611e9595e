import { type ConnectionFlags, connect } from "../connect.js";
import { CliError, EXIT } from "../exit-codes.js";
import { printResult, type ResultFlags } from "../result-output.js";

/** `model-api result <request id>`: what came out, downloaded. A request that has not ended is "try again". */
export async function result(
  requestId: string,
  flags: ConnectionFlags & Omit<ResultFlags, "baseUrl">,
): Promise<void> {
  const { client, baseUrl } = connect(flags);
  const found = await client.request(requestId).result();
  if (found.status === "completed") return printResult(found, { ...flags, baseUrl });
  if (flags.json) console.log(JSON.stringify(found, null, 2));
  if (found.status === "failed")
    throw new CliError(EXIT.failure, `request ${requestId} failed: ${found.error.message}`);
  if (found.status === "cancelled") throw new CliError(EXIT.failure, `request ${requestId} was cancelled`);
  throw new CliError(
    EXIT.tryAgain,
    `request ${requestId} has not ended: it is ${found.status.replace("_", " ")}`,
  );
}
