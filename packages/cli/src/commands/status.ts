import { connect } from "../connect.js";
import { printJson } from "../output/json.js";
import { describe } from "../output/progress.js";
import { print } from "../output/streams.js";
import type { Action } from "../table/command.js";

/** `model-api status <request>` */
export const status: Action = async ([requestId = ""], flags) => {
  const { client } = connect(flags);
  const found = await client.request(requestId).status();
  if (flags.json) return printJson({ requestId, ...found });
  const detail = describe(found).replace(/^in (queue|progress),? ?/, "");
  const word = found.status === "unknown" ? found.reported : found.status;
  print(/^in_/.test(word) && detail ? `${word} (${detail})` : word);
};
