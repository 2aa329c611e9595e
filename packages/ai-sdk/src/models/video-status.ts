import type {
  Experimental_VideoModelV4OperationStatusResult,
  Experimental_VideoModelV4VideoData,
  JSONObject,
} from "@ai-sdk/provider";
import type { CompletedResult, RequestHandle, RequestResult, RequestStatus } from "@model-api/client";
import { toSdkError } from "../errors/to-sdk-error.js";
import { engineWarnings, fileMetadata, requestMetadata, responseOf } from "../metadata.js";
import type { FetchedOutput } from "../output/fetch-output.js";
import { fetchOutputs } from "../requests/outputs.js";
import { type ModelCall, urlOf } from "../requests/submit.js";
import { PROVIDER } from "./names.js";
import type { VideoOperation } from "./operation.js";

type Status = Experimental_VideoModelV4OperationStatusResult;
type Reading = Omit<ModelCall, "origins">;

export const toVideo = ({ bytes, mediaType }: FetchedOutput): Experimental_VideoModelV4VideoData => ({
  type: "binary",
  data: bytes,
  mediaType,
});

/** How far an operation is; its videos, as soon as all of its requests have ended. Reading costs nothing, however often. */
export async function videoStatus(call: Reading, { requests }: VideoOperation): Promise<Status> {
  const { context, modelId: model, headers, signal } = call;
  const client = context.connection().client(headers);
  const reads = await Promise.all(requests.map((id) => read(client.request(id, { model }), call)));
  const results = reads.flatMap(({ result }) => result ?? []);
  const open = reads.filter(({ result }) => !result);
  if (open.length > 0) {
    const told = reads.map(({ id, status }) => ({ requestId: id, model, ...status }) satisfies JSONObject);
    return {
      status: "pending",
      providerMetadata: { [PROVIDER]: { requests: told } },
      response: responseOf(model, { "model-api-request-id": requests.join(", ") }, []),
    };
  }
  const completed = results.filter((result): result is CompletedResult => result.status === "completed");
  const failures = results.filter((result) => result.status !== "completed").map(describe);
  const finished = await Promise.all(completed.map((result) => fetchOutputs(call, result, "video", true)));
  signal?.throwIfAborted();
  const facts = finished.map((one) => ({ ...one, model }));
  const ended = results.map((result) => requestMetadata({ result, model }));
  const providerMetadata = { [PROVIDER]: { videos: facts.flatMap(fileMetadata), requests: ended } };
  const response = responseOf(model, {}, results);
  const videos = finished.flatMap(({ files }) => files.map(toVideo));
  if (videos.length === 0) {
    const error =
      failures.join(" ") || `Request ${requests.join(", ")} has completed without a video, and is paid for.`;
    return { status: "error", error, providerMetadata, response };
  }
  const warnings = failures.map((message) => ({ type: "other" as const, message }));
  return {
    status: "completed",
    videos,
    warnings: [...warnings, ...engineWarnings(completed)],
    providerMetadata,
    response,
  };
}

interface Read {
  readonly id: string;
  readonly status: RequestStatus;
  /** Where the request has ended. */
  readonly result?: RequestResult;
}

/** @throws what the AI SDK knows: retryable where another try may help, since it is a read */
async function read(handle: RequestHandle, call: Reading): Promise<Read> {
  const { id } = handle;
  const { signal } = call;
  try {
    const status = await handle.status({ signal });
    if (!hasEnded(status)) return { id, status };
    const result = await handle.result({ signal, includeCost: true });
    // The status may be ahead of the result, where several machines answer.
    return hasEnded(result) ? { id, status, result } : { id, status };
  } catch (error) {
    throw toSdkError(error, { phase: "read", url: urlOf(call), input: {}, requestId: id, signal });
  }
}

const hasEnded = ({ status }: { readonly status: string }) =>
  ["completed", "failed", "cancelled"].includes(status);

function describe(result: RequestResult): string {
  const { requestId } = result;
  return result.status === "failed"
    ? `Request ${requestId} failed: ${result.error.message}`
    : `Request ${requestId} was cancelled, and costs nothing.`;
}
