import { type CompletedResult, files, type OutputFile, systemClock } from "@model-api/client";
import { toSdkError } from "../errors/to-sdk-error.js";
import { type FetchedOutput, fetchOutput } from "../output/fetch-output.js";
import { type ModelCall, urlOf } from "./submit.js";

/** A request that has come to its good end, with the files that were asked for. */
export interface Finished {
  readonly result: CompletedResult;
  readonly files: readonly FetchedOutput[];
}

/**
 * The files of a result that are of one kind, in memory.
 * @throws what the AI SDK knows, see `toSdkError`
 */
export async function fetchOutputs(
  call: Omit<ModelCall, "origins">,
  result: CompletedResult,
  kind: OutputFile["kind"],
  isRead = false,
): Promise<Finished> {
  const { signal, context } = call;
  const { settings, connection } = context;
  const { clock = systemClock, maxFileBytes = 2 ** 28 } = settings;
  const fetching = {
    // Looked up late, so that a test or a framework that replaces the global is heard.
    fetch: settings.fetch ?? ((url: string, init: RequestInit) => globalThis.fetch(url, init)),
    clock,
    isTrusted: connection().isTrusted,
    maxBytes: maxFileBytes,
    signal,
  };
  const found = files(result.output).filter((file) => file.kind === kind);
  try {
    return { result, files: await Promise.all(found.map((file) => fetchOutput(file, fetching))) };
  } catch (error) {
    const { requestId } = result;
    throw toSdkError(error, {
      phase: isRead ? "read" : "output",
      url: urlOf(call),
      input: {},
      requestId,
      signal,
    });
  }
}
