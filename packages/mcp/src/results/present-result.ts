import { type CompletedResult, files, type OutputFile } from "@model-api/client";
import { DownloadError } from "@model-api/node";
import type { ContentBlock } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Context } from "../context.js";
import type { ToolAnswer } from "../tools/define-tool.js";
import { fetchFile } from "./fetch-file.js";
import { fitPicture } from "./scale.js";

/** Pictures of an answer that are shown at most; there are links to all of them. */
const MOST_PICTURES = 4;
/** A picture of more bytes is not fetched to be shown. */
const MOST_FETCHED = 64 * 2 ** 20;

export const DEFAULT_PREVIEW: { readonly maxBytes: number; readonly maxEdge: number } = {
  maxBytes: 700 * 1024,
  maxEdge: 1568,
};

/** What a request has come to, as answers have it. */
export const resultShape: z.ZodObject<{
  request_id: z.ZodString;
  model_id: z.ZodOptional<z.ZodString>;
  status: z.ZodString;
  files: z.ZodOptional<z.ZodArray<z.ZodObject<{ kind: z.ZodString; url: z.ZodString; name: z.ZodString }>>>;
  cost_usd: z.ZodOptional<z.ZodNumber>;
  engine_report: z.ZodOptional<z.ZodUnknown>;
  error: z.ZodOptional<z.ZodObject<{ code: z.ZodOptional<z.ZodString>; message: z.ZodString }>>;
  resumed: z.ZodOptional<z.ZodBoolean>;
  next_step: z.ZodOptional<z.ZodString>;
}> = z.object({
  request_id: z.string(),
  model_id: z.string().optional(),
  status: z.string().describe("in_queue, in_progress, completed, failed, or cancelled."),
  files: z
    .array(z.object({ kind: z.string(), url: z.string(), name: z.string() }))
    .optional()
    .describe("What it made. URLs of the hosted service expire."),
  cost_usd: z.number().optional().describe("US dollars that it has cost, where the server knows."),
  engine_report: z
    .unknown()
    .optional()
    .describe("What the engine did with the input, and what it left undone."),
  error: z.object({ code: z.string().optional(), message: z.string() }).optional(),
  resumed: z
    .boolean()
    .optional()
    .describe("Whether it is a request of before: nothing was submitted this time."),
  next_step: z.string().optional(),
});

/** A good end: its facts, its pictures within the limits, and a link to each file. */
export async function presentResult(
  context: Context,
  result: CompletedResult,
  signal: AbortSignal,
): Promise<ToolAnswer> {
  const { requestId, model, cost, output, engineReport } = result;
  const made = files(output).map((file) => ({ ...file, name: nameOf(file) }));
  const content: ContentBlock[] = await showPictures(context, made, signal);
  for (const file of made) {
    context.handedOut.add({ ...file, requestId });
    const { url, name, kind } = file;
    content.push({
      type: "resource_link",
      uri: url,
      name,
      title: `${kind} of request ${requestId}`,
      ...mediaTypeOf(name),
    });
  }
  return {
    structured: {
      request_id: requestId,
      ...(model !== undefined && { model_id: model }),
      status: "completed",
      files: made,
      ...(cost !== undefined && { cost_usd: cost }),
      ...(engineReport && { engine_report: engineReport }),
    },
    content,
  };
}

async function showPictures(
  context: Context,
  made: readonly (OutputFile & { readonly name: string })[],
  signal: AbortSignal,
): Promise<ContentBlock[]> {
  const { maxBytes = DEFAULT_PREVIEW.maxBytes, maxEdge = DEFAULT_PREVIEW.maxEdge } =
    context.options.preview ?? {};
  const pictures = made.filter(({ kind }) => kind === "image").slice(0, MOST_PICTURES);
  const limits = { maxBytes: Math.floor(maxBytes / Math.max(1, pictures.length)), maxEdge };
  return Promise.all(
    pictures.map(async (file): Promise<ContentBlock> => {
      try {
        const fetched = await fetchFile(context, file, MOST_FETCHED, signal);
        const shown = await fitPicture(fetched, limits);
        if (shown)
          return {
            type: "image",
            data: Buffer.from(shown.bytes).toString("base64"),
            mimeType: shown.mediaType,
          };
        return notShown(file, "it is too large, or of a kind that cannot be shown");
      } catch (error) {
        if (signal.aborted) throw error;
        // The run is done and paid for: its links are worth more than an error.
        return notShown(file, error instanceof DownloadError ? error.message : "it could not be fetched");
      }
    }),
  );
}

function notShown({ name }: { readonly name: string }, why: string): ContentBlock {
  return { type: "text", text: `${name} is not shown here: ${why}. Its link is below.` };
}

/** The last part of the URL's path: what a person would call the file. */
function nameOf({ kind, url }: OutputFile): string {
  try {
    const last = decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "");
    return last || kind;
  } catch {
    return kind;
  }
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  gif: "image/gif",
  mp4: "video/mp4",
  webm: "video/webm",
  mov: "video/quicktime",
  mp3: "audio/mpeg",
  wav: "audio/wav",
  flac: "audio/flac",
  ogg: "audio/ogg",
};

function mediaTypeOf(name: string): { mimeType?: string } {
  const mimeType = MEDIA_TYPES[name.split(".").at(-1)?.toLowerCase() ?? ""];
  return mimeType === undefined ? {} : { mimeType };
}
