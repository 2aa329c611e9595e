import type { Output } from "@model-api/models";
import type { Recording } from "../../cassettes/recorder.js";
import { pause } from "../../clock.js";
import {
  type EngineContext,
  EngineError,
  type KeptFile,
  type MediaKind,
  type RemoteFile,
} from "../engine.js";

/** How often each file is asked for, in all, and the milliseconds between the first two tries; doubled each time. */
const TRIES = 6;
const PAUSE_MS = 1000;

/**
 * Brings the outputs of a request home: the service removes them sooner or later, and they have been paid for. Those of the service's own
 * origin may lie on a private network, as the service itself does.
 */
export async function fetchOutputs(
  upstreamId: string,
  output: Output,
  recording: Recording | undefined,
  trustedOrigin: string | undefined,
  context: EngineContext,
): Promise<KeptFile[]> {
  const { files } = await import("@model-api/client");
  const kept: KeptFile[] = [];
  for (const { kind, url } of files(output))
    kept.push(await fetchPatiently(upstreamId, url, kind, recording, trustedOrigin, context));
  if (kept.length > 0) return kept;
  throw new EngineError(
    "final",
    `Upstream request ${upstreamId} completed without an output. It may have been charged.`,
    { code: "no_output" },
  );
}

async function fetchPatiently(
  upstreamId: string,
  url: string,
  kind: MediaKind,
  recording: Recording | undefined,
  trustedOrigin: string | undefined,
  { fetchOutput, keep, signal, clock, log }: EngineContext,
): Promise<KeptFile> {
  for (let tries = 1; ; tries++) {
    try {
      const use = async ({ mediaType, data }: RemoteFile) => {
        const copy = recording?.copy(kind, mediaType);
        const file = await keep({ kind, mediaType, data: copy?.pass(data) ?? data });
        copy?.accept();
        return file;
      };
      return await fetchOutput(url, kind, use, { trustedOrigin });
    } catch (error) {
      signal.throwIfAborted();
      if (tries === TRIES) throw notFetched(upstreamId, error);
      log.warn({ err: error, upstreamRequestId: upstreamId }, "an output could not be fetched; trying again");
      await pause(clock, PAUSE_MS * 2 ** (tries - 1), signal);
      signal.throwIfAborted();
    }
  }
}

function notFetched(upstreamId: string, cause: unknown): EngineError {
  const why = cause instanceof Error ? cause.message : "it could not be fetched.";
  return new EngineError(
    "final",
    `Upstream request ${upstreamId} completed, and was charged, but its output could not be brought here: ${why} Ask the upstream service for the result of that request before you submit again.`,
    { cause, code: "output_not_fetched" },
  );
}
