import { EXIT } from "./exit-codes.js";

/**
 * Ctrl-C: the first aborts the signal and lets the command say what became of the request; the second leaves at once.
 */
export function onInterrupt(): { signal: AbortSignal; done(): void } {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return {
    signal: controller.signal,
    done() {
      process.off("SIGINT", interrupt);
      process.off("SIGTERM", interrupt);
    },
  };
}
