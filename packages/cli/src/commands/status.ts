import type { RequestStatus } from "@model-api/client";
import { type ConnectionFlags, connect } from "../connect.js";
import { percentage } from "../progress.js";

/** `model-api status <request id>` */
export async function status(requestId: string, flags: ConnectionFlags & { json: boolean }): Promise<void> {
  const { client } = connect(flags);
  const found = await client.request(requestId).status();
  if (flags.json) return console.log(JSON.stringify({ requestId, ...found }, null, 2));
  console.log(`${found.status === "unknown" ? found.reported : found.status}${detailOf(found)}`);
}

function detailOf(found: RequestStatus): string {
  if (found.status === "in_queue" && found.queuePosition !== undefined)
    return ` (${found.queuePosition} ahead)`;
  if (found.status === "in_progress" && found.progress !== undefined)
    return ` (${percentage(found.progress)})`;
  return "";
}
