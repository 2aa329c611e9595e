import { benchClientCalls } from "./calls.js";
import { benchClientFirstCall } from "./first-call.js";
import { benchHeld } from "./latency-held.js";
import { benchPolling } from "./latency-polling.js";
import { benchClientLoad } from "./load.js";
import { benchClientSize } from "./size.js";
import { benchClientUpload } from "./upload.js";

/** The client beside its peers. */
export const CLIENT_SUITES: Record<string, () => Promise<void>> = {
  "client-size": benchClientSize,
  "client-latency": async () => {
    await benchHeld();
    await benchPolling();
  },
  "client-calls": benchClientCalls,
  "client-first-call": benchClientFirstCall,
  "client-load": benchClientLoad,
  "client-upload": benchClientUpload,
};
