import { createNodeClient, findBaseUrl, findCredentials, type ModelApiClient } from "@model-api/node";
import { CliError, EXIT } from "./exit-codes.js";

/** How to get a token, for whoever has none or a wrong one. */
export const TOKEN_HELP = `  Set RUNCOMFY_TOKEN to a token from your RunComfy profile, or to the one that \`model-api serve\` printed when it
  started for the first time; for a server of your own, set RUNCOMFY_MODEL_API_BASE to its URL as well.`;

export interface ConnectionFlags {
  baseUrl?: string;
}

export interface Connection {
  readonly client: ModelApiClient;
  /** Where the server is; undefined for the hosted service. */
  readonly baseUrl: string | undefined;
}

/** A client with this machine's token. Says how to get one where there is none. */
export function connect(flags: ConnectionFlags, options: { validate?: boolean } = {}): Connection {
  const credentials = findCredentials();
  if (!credentials) {
    throw new CliError(EXIT.noPermission, `there is no API token\n${TOKEN_HELP}`);
  }
  if (credentials.warning) console.error(`warning: ${credentials.warning}`);
  const baseUrl = flags.baseUrl ?? findBaseUrl();
  const client = createNodeClient({
    token: credentials.token,
    validate: options.validate ?? false,
    ...(baseUrl !== undefined && { baseUrl }),
  });
  return { client, baseUrl };
}
