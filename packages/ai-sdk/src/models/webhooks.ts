import { type Experimental_VideoModelV4, UnsupportedFunctionalityError } from "@ai-sdk/provider";
import type { CallHeaders } from "../connection.js";
import { toSdkError } from "../errors/to-sdk-error.js";
import type { ProviderContext } from "../requests/submit.js";

type Handle = NonNullable<Experimental_VideoModelV4["handleWebhookOption"]>;

/** Whether the server posts the end of requests. Asks it where no answer has told yet; any answer tells. */
export async function takesWebhooks(
  context: ProviderContext,
  headers?: CallHeaders,
  signal?: AbortSignal,
): Promise<boolean> {
  const connection = context.connection();
  if (connection.extensions() === undefined) {
    try {
      await connection.client(headers).models.categories({ signal });
    } catch (error) {
      const url = `${connection.baseUrl}/v1/models/categories`;
      if (connection.extensions() === undefined)
        throw toSdkError(error, { phase: "submit", url, input: {}, signal });
    }
  }
  return /\bwebhooks\b/.test(connection.extensions() ?? "");
}

/**
 * Opens the caller's endpoint, where the server will post to it.
 * @throws UnsupportedFunctionalityError where it does not: the call would wait for nothing
 */
export async function acceptWebhook(
  context: ProviderContext,
  open: Parameters<Handle>[0]["webhook"],
): Promise<Awaited<ReturnType<Handle>>> {
  if (!(await takesWebhooks(context))) {
    throw new UnsupportedFunctionalityError({
      functionality: "webhook",
      message:
        "This server posts no webhooks, and nothing was submitted. Leave `webhook` out, and pass `poll` instead.",
    });
  }
  const { url, received } = await open();
  return { webhookUrl: url, received };
}
