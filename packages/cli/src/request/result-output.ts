import { type CompletedResult, files } from "@model-api/client";
import type { NodeClient } from "@model-api/node";
import { printEvent, printJson } from "../output/json.js";
import { print, tell } from "../output/streams.js";
import { reportLines } from "./report-lines.js";
import type { OutputFlags } from "./run-flags.js";

/** A file of a result, as it was left: on disk where it was downloaded. */
export interface SavedFile {
  readonly kind: "image" | "video" | "audio";
  readonly url: string;
  readonly path?: string;
  readonly bytes?: number;
}

export interface SaveOptions extends Pick<OutputFlags, "outputDir" | "download"> {
  readonly client: NodeClient;
  /** Stops the download. */
  readonly signal: AbortSignal;
  /** Name of the files without extension. @default made of the model and the request */
  readonly name?: string;
}

/** Downloads the files of a result, unless only their URLs are wanted. */
export async function saveResult(
  result: CompletedResult,
  { outputDir: dir, download: isWanted, client, signal, name = fileName(result) }: SaveOptions,
): Promise<readonly SavedFile[]> {
  if (!isWanted) return files(result.output);
  return client.download(result, { dir, name, signal });
}

/** Prints what a request made: paths (or URLs) on stdout, words for people on stderr. */
export function printResult(
  result: CompletedResult,
  saved: readonly SavedFile[],
  { json, ndjson }: Pick<OutputFlags, "json" | "ndjson">,
): void {
  if (ndjson) {
    printEvent("result", { ...result, files: saved });
    return;
  }
  if (json) {
    printJson({ ...result, files: saved });
    return;
  }
  if (result.engineReport) for (const line of reportLines(result.engineReport)) tell(line);
  if (result.cost !== undefined) tell(`Cost: $${result.cost}`);
  for (const file of saved) print(file.path ?? file.url);
}

/** `gpt-image-2-edit-k3JxQ0aP`: the model's last two segments and the beginning of the request's id. */
function fileName({ model, requestId }: CompletedResult): string {
  const words = model?.split("/").slice(-2) ?? ["output"];
  return [...words, requestId.replace(/^req_/, "").slice(0, 8)].join("-");
}
