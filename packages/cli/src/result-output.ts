import { type CompletedResult, type EngineReport, files } from "@model-api/client";
import { download } from "@model-api/node";

export interface ResultFlags {
  readonly outputDir: string;
  readonly download: boolean;
  readonly json: boolean;
  readonly baseUrl: string | undefined;
  /** Stops the download. */
  readonly signal?: AbortSignal;
}

/** Downloads what a request made, and prints it: paths (or URLs) on stdout, words for people on stderr. */
export async function printResult(result: CompletedResult, flags: ResultFlags): Promise<void> {
  const { outputDir: dir, baseUrl, signal } = flags;
  const saved = flags.download
    ? await download(result.output, { dir, name: fileName(result), baseUrl, ...(signal && { signal }) })
    : files(result.output);
  if (flags.json) {
    console.log(JSON.stringify({ ...result, files: saved }, null, 2));
    return;
  }
  if (result.engineReport) console.error(describeReport(result.engineReport));
  for (const file of saved) console.log("path" in file ? file.path : file.url);
}

/** `gpt-image-2-edit-k3JxQ0aP`: the model's last two segments and the beginning of the request's id. */
function fileName({ model, requestId }: CompletedResult): string {
  const words = model?.split("/").slice(-2) ?? ["output"];
  return [...words, requestId.replace(/^req_/, "").slice(0, 8)].join("-");
}

function describeReport({ engine, applied, ignored }: EngineReport): string {
  return [
    ...applied.map(({ operation, detail }) => `  ${engine}: ${operation}: ${detail}`),
    ...ignored.map(({ instruction, reason }) => `  ${engine}: not done: "${instruction}" (${reason})`),
  ].join("\n");
}
