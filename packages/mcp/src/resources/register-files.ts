import { DownloadError } from "@model-api/node";
import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  ResourceTemplate,
} from "@modelcontextprotocol/server";
import type { Context } from "../context.js";
import { fetchFile } from "../results/fetch-file.js";

/** Bytes of a file that is read as a resource; a larger one is fetched by its URL. */
const MOST_BYTES = 8 * 2 ** 20;

/** The files that answers have linked to, as resources: for clients that read links through their server. */
export function registerFiles(server: McpServer, context: Context): void {
  server.registerResource(
    "files",
    new ResourceTemplate("http{+rest}", {
      list: () => ({
        resources: context.handedOut.list().map(({ url, name, kind, requestId }) => ({
          uri: url,
          name,
          title: `${kind} of request ${requestId}`,
        })),
      }),
    }),
    {
      title: "Files that models have made",
      description: "Only those that an answer of this server has linked to since it was started.",
    },
    async (uri, _variables, { mcpReq }) => {
      const file = context.handedOut.get(uri.href);
      // Whoever could name any URL would make this server fetch it.
      if (!file) throw new ResourceNotFoundError(uri.href);
      try {
        const { bytes, mediaType } = await fetchFile(context, file, MOST_BYTES, mcpReq.signal);
        const blob = Buffer.from(bytes).toString("base64");
        return { contents: [{ uri: uri.href, mimeType: mediaType, blob }] };
      } catch (error) {
        if (!(error instanceof DownloadError)) throw error;
        throw new ProtocolError(ProtocolErrorCode.InternalError, context.redactor.text(error.message));
      }
    },
  );
}
