import { type ConnectionFlags, connect } from "../connect.js";

/** `model-api status <request id>` */
export async function status(requestId: string, flags: ConnectionFlags & { json: boolean }): Promise<void> {
  const { client } = connect(flags);
  const found = await client.request(requestId).status();
  if (flags.json) return console.log(JSON.stringify({ requestId, ...found }, null, 2));
  const position = "queuePosition" in found ? ` (${found.queuePosition} ahead)` : "";
  console.log(`${found.status === "unknown" ? found.reported : found.status}${position}`);
}
