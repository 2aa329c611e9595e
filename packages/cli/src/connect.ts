import {
  createNodeClient,
  findBaseUrl,
  findCredentials,
  type NodeClient,
  type NodeClientOptions,
} from "@model-api/node";
import { CliError, EXIT } from "./exit-codes.js";
import { tell } from "./output/streams.js";

/** How to get a token, for whoever has none or a wrong one. */
export const TOKEN_HELP: readonly string[] = [
  "Keep one with `model-api login`, or set RUNCOMFY_TOKEN; for a server of your own, set RUNCOMFY_MODEL_API_BASE as well.",
  "You find it in your RunComfy profile, or in what `model-api serve` printed when it started for the first time.",
];

export interface ConnectionFlags {
  baseUrl?: string;
}

export interface Connection {
  readonly client: NodeClient;
  /** Where the server is; undefined for the hosted service. */
  readonly baseUrl: string | undefined;
}

/** A client with this machine's token. Says how to get one where there is none. */
export function connect(flags: ConnectionFlags, options: NodeClientOptions = {}): Connection {
  const credentials = findCredentials();
  if (!credentials) throw new CliError(EXIT.noPermission, "there is no API token", ...TOKEN_HELP);
  if (credentials.warning) tell(`warning: ${credentials.warning}`);
  return connectWith(credentials.token, flags, options);
}

/** A client with a token that is not kept anywhere. */
export function connectWith(
  token: string,
  flags: ConnectionFlags,
  options: NodeClientOptions = {},
): Connection {
  const baseUrl = flags.baseUrl ?? findBaseUrl();
  try {
    const client = createNodeClient({
      ...options,
      token,
      validate: options.validate ?? false,
      ...(baseUrl !== undefined && { baseUrl }),
    });
    return { client, baseUrl };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const source = flags.baseUrl === undefined ? "RUNCOMFY_MODEL_API_BASE" : "--base-url";
    throw new CliError(
      EXIT.usage,
      `${source} is no URL of a server`,
      "It must be like https://host or https://host/v1, without a user and a password.",
    );
  }
}
