import { journal } from "@model-api/node";
import { connect } from "../connect.js";
import { secondsFlag } from "../input/numbers.js";
import { printEvent } from "../output/json.js";
import { createProgress } from "../output/progress.js";
import { collect } from "../request/collect.js";
import { onInterrupt } from "../request/interrupt.js";
import { modelOf } from "../request/note.js";
import { checkOutputFolder } from "../request/output-folder.js";
import { isForScript, type RunFlags } from "../request/run-flags.js";
import { waitFor } from "../request/wait-for.js";
import type { Action } from "../table/command.js";

/** `model-api wait <request>`: goes on with a request of before, of this machine or another. */
export const wait: Action = async ([requestId = ""], given) => {
  const flags = given as unknown as RunFlags;
  const timeout = flags.timeout === undefined ? undefined : secondsFlag(flags.timeout);
  const { client } = connect(flags);
  if (flags.download) checkOutputFolder(flags.outputDir);
  const kept = journal();
  const interrupt = onInterrupt();
  const progress = await createProgress(requestId, { quiet: isForScript(flags) });
  progress.say("waiting");
  try {
    const result = await waitFor(client.request(requestId), {
      interrupt,
      timeout,
      journal: kept,
      onStatus(status) {
        progress.update(status);
        if (flags.ndjson) printEvent("status", { requestId, ...status });
      },
    }).finally(() => progress.stop());
    await collect(result, flags, { client, journal: kept, model: await modelOf(kept, requestId) }, interrupt);
  } finally {
    interrupt.done();
  }
};
