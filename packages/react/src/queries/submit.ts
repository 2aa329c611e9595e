import {
  ConnectionError,
  type ModelApiClient,
  type RequestHandle,
  SubmissionUnknownError,
  type SubmitOptions,
} from "@model-api/client";
import { onlineManager } from "@tanstack/react-query";
import type { InputOf, Model } from "./model.js";

/**
 * Submits once. A browser does not say whether a call that failed has left; where there was no network from before it until
 * after, it has not, and the error says so.
 */
export async function submitOnce<M extends Model>(
  client: ModelApiClient,
  model: M,
  input: InputOf<M>,
  settings: SubmitOptions | undefined,
): Promise<RequestHandle> {
  let wasOnline = onlineManager.isOnline();
  const stop = onlineManager.subscribe(() => {
    wasOnline = true;
  });
  try {
    return await client.submit(model as never, input as never, settings);
  } catch (error) {
    if (wasOnline || !SubmissionUnknownError.isInstance(error)) throw error;
    throw new ConnectionError("There is no network. Nothing was sent; submit again when there is.", {
      retryable: true,
      cause: error,
    });
  } finally {
    stop();
  }
}
