import { journal } from "@model-api/node";
import { connect } from "../connect.js";
import { CliError, EXIT } from "../exit-codes.js";
import { printJson } from "../output/json.js";
import { collect } from "../request/collect.js";
import { onInterrupt } from "../request/interrupt.js";
import { modelOf, noteQuietly } from "../request/note.js";
import { checkOutputFolder } from "../request/output-folder.js";
import type { OutputFlags } from "../request/run-flags.js";
import type { Action } from "../table/command.js";

/** `model-api result <request>`: what came out, downloaded. A request that has not ended is "try again". */
export const result: Action = async ([requestId = ""], given) => {
  const flags = given as unknown as OutputFlags;
  const { client } = connect(flags);
  if (flags.download) checkOutputFolder(flags.outputDir);
  const kept = journal();
  const interrupt = onInterrupt();
  try {
    const found = await client.request(requestId).result({ includeCost: true, signal: interrupt.any });
    if (found.status === "completed")
      return await collect(
        found,
        flags,
        { client, journal: kept, model: await modelOf(kept, requestId) },
        interrupt,
      );
    if (found.status === "failed" || found.status === "cancelled")
      await noteQuietly(kept, requestId, { state: found.status });
    if (flags.json) printJson(found);
    if (found.status === "failed")
      throw new CliError(EXIT.failure, `request ${requestId} failed: ${found.error.message}`);
    if (found.status === "cancelled") throw new CliError(EXIT.failure, `request ${requestId} was cancelled`);
    throw new CliError(
      EXIT.tryAgain,
      `request ${requestId} has not ended: it is ${found.status.replace("_", " ")}`,
      `Wait for it with: model-api wait ${requestId}`,
    );
  } finally {
    interrupt.done();
  }
};
