import { LoadAPIKeyError } from "@ai-sdk/provider";
import type { ModelApiSettings } from "./options.js";

/** A variable of the environment, where there is one. */
function variable(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name] || undefined;
}

const isPage = () => "location" in globalThis;

export const findBaseUrl = ({ baseUrl }: ModelApiSettings): string =>
  baseUrl ?? variable("RUNCOMFY_MODEL_API_BASE") ?? "https://model-api.runcomfy.net";

/**
 * The token of a call; none is needed where a base URL has been named, since a proxy may add it there.
 * @throws LoadAPIKeyError; nothing has been sent then
 */
export async function findToken(settings: ModelApiSettings): Promise<string> {
  const { token = variable("RUNCOMFY_TOKEN"), baseUrl = variable("RUNCOMFY_MODEL_API_BASE") } = settings;
  const found = typeof token === "function" ? await token() : token;
  if (found) return found;
  if (baseUrl === undefined && !isPage()) {
    throw new LoadAPIKeyError({
      message:
        "There is no token for the Model API, and nothing was sent. Set RUNCOMFY_TOKEN, pass `createModelApi({ token })`, or name a `baseUrl` that needs none.",
    });
  }
  return "";
}
