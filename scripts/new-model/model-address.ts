import { UsageError } from "../sync-catalog/flags.js";

/** Where a catalog has a model: the server's base URL, and the model's id as the address has it. */
export interface ModelAddress {
  readonly baseUrl: string;
  readonly modelId: string;
}

/** Pages of these hosts are about the hosted service, whose API has a host of its own. */
const VENDOR = /(^|\.)runcomfy\.(com|net)$/;
const HOSTED = "https://model-api.runcomfy.net";

/**
 * Reads the address of a model: of the API (`…/v1/models/<id>`), or of a page about it (`…/models/<id>`), whose server is taken
 * to answer the API as well. Throws {@link UsageError}.
 */
export function modelAddress(text: string): ModelAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new UsageError("the URL must be an http(s) URL without credentials");
  // What a page keeps behind its path says nothing of the model.
  const parts = /^(.*?)(?:\/v1)?\/models\/(.+?)\/*$/.exec(url.pathname);
  const modelId = parts && decoded(parts[2] ?? "");
  if (!parts || !modelId)
    throw new UsageError(
      "the URL names no model: …/v1/models/<model id> or …/models/<model id> is expected. A whole catalog is read by `npm run schemas:sync`",
    );
  const isPage = !/\/v1\/models\//.test(url.pathname);
  if (isPage && VENDOR.test(url.hostname)) return { baseUrl: HOSTED, modelId };
  return { baseUrl: `${url.origin}${parts[1]}`, modelId };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
