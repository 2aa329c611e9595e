import type { UntypedModel } from "@model-api/client";
import { findBaseUrl } from "./credentials.js";
import type { DownloadOptions, DownloadSource } from "./download/options.js";
import { createInner, type NodeClientOptions } from "./inner-client.js";
import type { JournalledRunOptions, JournalledSubmitOptions } from "./journal/options.js";
import type { KeepOptions, KeepSource } from "./keep/options.js";
import type { NodeClient } from "./node-client.js";

/**
 * The client, with what Node has: the token from `RUNCOMFY_TOKEN` or the token file, the base URL from `RUNCOMFY_MODEL_API_BASE`,
 * proxies from the environment, files of every kind wherever a model wants one, downloads, and a journal. Reads nothing and
 * connects to nothing until it is used; what is not used is not loaded.
 */
export function createNodeClient(options: NodeClientOptions = {}): NodeClient {
  const inner = createInner(options, options.baseUrl ?? findBaseUrl());
  const { baseUrl } = inner;
  const place = { baseUrl, ...(options.clock && { clock: options.clock }) };

  async function submit(model: string | UntypedModel, input: object, settings?: JournalledSubmitOptions) {
    const { submitFromNode } = await import("./submit-from-node.js");
    return submitFromNode(inner, model, input, settings);
  }

  return {
    ...inner.client,
    submit,
    async run(model: string | UntypedModel, input: object, settings: JournalledRunOptions = {}) {
      const handle = await submit(model, input, settings);
      const result = await handle.wait(settings);
      await settings.collect?.(result);
      if (settings.journal) {
        const { noteCollected } = await import("./journal/journalled-handle.js");
        await noteCollected(settings.journal, handle.id);
      }
      return result;
    },
    async download(source: DownloadSource, given?: DownloadOptions) {
      const { download } = await import("./download/download.js");
      return download(source, { ...place, ...given });
    },
    async keep(source: KeepSource, given: KeepOptions) {
      const { keep } = await import("./keep/keep.js");
      return keep(source, { ...place, ...given });
    },
  };
}
