import { AuthenticationError, type ModelApiClient, PermissionError } from "@model-api/client";

/** Where the hosted service is. */
export const HOSTED = "https://model-api.runcomfy.net";

/** Enough of a token to know it again, and not enough to use it. */
export function maskToken(token: string): string {
  return token.length < 16 ? "…" : `${token.slice(0, 4)}…${token.slice(-4)}`;
}

/** Whether a token is taken. */
export interface TokenAnswer {
  /** Undefined where the server did not say. */
  readonly isAccepted: boolean | undefined;
  /** Why it is not, or why nobody knows. */
  readonly error?: unknown;
}

/** Makes a call that costs nothing. */
export async function askServer(client: ModelApiClient, signal?: AbortSignal): Promise<TokenAnswer> {
  try {
    await client.models.list({ limit: 1 }, { signal });
    return { isAccepted: true };
  } catch (error) {
    // A token that may not read the catalog is one that the server knows.
    if (PermissionError.isInstance(error)) return { isAccepted: true };
    if (AuthenticationError.isInstance(error)) return { isAccepted: false, error };
    return { isAccepted: undefined, error };
  }
}

/** Whether the environment has a token, which goes before the one that is kept. */
export function hasTokenInEnvironment({ RUNCOMFY_TOKEN }: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(RUNCOMFY_TOKEN?.trim());
}
