import type { ImageModelV4Usage, JSONObject, SharedV4Warning } from "@ai-sdk/provider";
import type { RequestResult } from "@model-api/client";
import type { FetchedOutput } from "./output/fetch-output.js";

/** What is known of one request, as it stands in `providerMetadata.modelApi.requests`. */
export type RequestMetadata = {
  /** `modelApi.client.request(requestId, { model })` picks it up. */
  requestId: string;
  model: string;
  /** When it was submitted and when it ended, ISO 8601, where the server says so. */
  createdAt?: string;
  finishedAt?: string;
  /** US dollars that the server has reported. */
  costUsd?: number;
  /** US dollars by the catalog's price; null where nobody can know. */
  estimatedCostUsd?: number | null;
  /** Units of the price that the input asks for, where it tells. */
  usage?: { unit: "output" | "second"; quantity: number };
  /** What an engine of a self-hosted server understood and did. */
  engineReport?: JSONObject;
};

/** What is known of one file, as it stands in `images` and `videos`. */
export type FileMetadata = {
  requestId: string;
  /** Where the file lies; it needs no token, and expires on the hosted service. */
  url: string;
  mediaType: string;
  bytes: number;
  /** This file's share of what its request cost, and was estimated at, in US dollars. */
  costUsd?: number;
  estimatedCostUsd?: number | null;
};

interface Facts {
  readonly result: RequestResult;
  readonly model: string;
  readonly files?: readonly FetchedOutput[];
  readonly estimatedCostUsd?: number | null | undefined;
  readonly usage?: RequestMetadata["usage"] | undefined;
}

export function requestMetadata({ result, model, estimatedCostUsd, usage }: Facts): RequestMetadata {
  const { requestId, createdAt, finishedAt, cost } = result;
  const report = "engineReport" in result ? result.engineReport : undefined;
  return {
    requestId,
    model,
    ...(createdAt && { createdAt: createdAt.toISOString() }),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
    ...(cost !== undefined && { costUsd: cost }),
    ...(estimatedCostUsd !== undefined && { estimatedCostUsd }),
    ...(usage && { usage }),
    ...(report && { engineReport: report as unknown as JSONObject }),
  };
}

export function fileMetadata({ result, files = [], estimatedCostUsd }: Facts): FileMetadata[] {
  const { requestId, cost } = result;
  const share = (dollars: number) => dollars / files.length;
  return files.map(({ url, mediaType, bytes }) => ({
    requestId,
    url,
    mediaType,
    bytes: bytes.byteLength,
    ...(cost !== undefined && { costUsd: share(cost) }),
    ...(estimatedCostUsd !== undefined && {
      estimatedCostUsd: estimatedCostUsd === null ? null : share(estimatedCostUsd),
    }),
  }));
}

/** What the AI SDK tells of a response: when it was submitted, and headers, to which the request's own facts are added. */
export function responseOf(
  model: string,
  headers: Readonly<Record<string, string>>,
  results: readonly RequestResult[],
): { timestamp: Date; modelId: string; headers: Record<string, string> } {
  const [first] = results;
  const finished = results.flatMap(({ finishedAt }) => finishedAt?.getTime() ?? []);
  return {
    timestamp: first?.createdAt ?? new Date(),
    modelId: model,
    headers: {
      ...headers,
      ...(first && { "model-api-request-id": results.map(({ requestId }) => requestId).join(", ") }),
      ...(first?.createdAt && { "model-api-created-at": first.createdAt.toISOString() }),
      ...(finished.length > 0 && { "model-api-finished-at": new Date(Math.max(...finished)).toISOString() }),
    },
  };
}

/** Tokens that an engine's own service has counted, where it counts them. */
export function tokenUsage(results: readonly RequestResult[]): ImageModelV4Usage | undefined {
  const counts = results.map(
    (result): Readonly<Record<string, number>> =>
      ("engineReport" in result && result.engineReport?.usage) || {},
  );
  const sum = (name: string) => {
    const numbers = counts.flatMap((count) => count[name] ?? []);
    return numbers.length > 0 ? numbers.reduce((a, b) => a + b) : undefined;
  };
  const usage = {
    inputTokens: sum("input_tokens"),
    outputTokens: sum("output_tokens"),
    totalTokens: sum("total_tokens"),
  };
  return Object.values(usage).some((count) => count !== undefined) ? usage : undefined;
}

/** What a self-hosted server's engine has left undone, as warnings. */
export function engineWarnings(results: readonly RequestResult[]): SharedV4Warning[] {
  const left = results.flatMap((result) =>
    "engineReport" in result
      ? (result.engineReport?.ignored ?? []).map(
          ({ instruction, reason }) =>
            `The server's engine "${result.engineReport?.engine}" left out ${JSON.stringify(instruction)}: ${reason}`,
        )
      : [],
  );
  return [...new Set(left)].map((message) => ({ type: "other", message }));
}
