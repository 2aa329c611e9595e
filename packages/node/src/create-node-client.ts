import { type ClientOptions, createClient, type ModelApiClient } from "@model-api/client";
import { findBaseUrl, findCredentials } from "./credentials.js";
import { prepareInput } from "./prepare-input.js";

export interface NodeClientOptions extends Omit<ClientOptions, "prepareInput"> {
  /** Told of a token file that others can read. @default console.warn */
  readonly onWarning?: (message: string) => void;
}

/**
 * The client, with what Node has: the token from `RUNCOMFY_TOKEN` or the token file, the base URL from
 * `RUNCOMFY_MODEL_API_BASE`, and paths of local files wherever a model wants a media file.
 */
export function createNodeClient(options: NodeClientOptions = {}): ModelApiClient {
  const { onWarning = console.warn, ...rest } = options;
  const baseUrl = rest.baseUrl ?? findBaseUrl();
  return createClient({
    ...rest,
    token: rest.token ?? tokenFromMachine(onWarning),
    ...(baseUrl !== undefined && { baseUrl }),
    prepareInput,
  });
}

/** Looked up when the first call needs it, so that making a client reads no file. */
function tokenFromMachine(onWarning: (message: string) => void): () => string {
  let token: string | undefined;
  return () => {
    if (token !== undefined) return token;
    const found = findCredentials();
    if (found?.warning) onWarning(found.warning);
    token = found?.token ?? "";
    return token;
  };
}
