import { ModelApiError, untyped } from "@model-api/client";
import { loadModel } from "@model-api/models/load";
import { createNodeClient, findBaseUrl, findCredentials } from "@model-api/node";

export interface Estimate {
  /** US dollars; null where nothing tells. */
  readonly usd: number | null;
  /** Whose price it is. */
  readonly by: "server" | "catalog";
}

/**
 * What inputs of a model would cost in all: by the server's price where a token is there and the server answers, else by that of the
 * installed catalog. One call, however many they are.
 */
export async function estimate(
  modelId: string,
  inputs: readonly Record<string, unknown>[],
  flags: { readonly baseUrl?: string },
): Promise<Estimate> {
  const { entry, by } = await findEntry(modelId, flags);
  if (!entry) return { usd: null, by };
  const offline = createNodeClient({ token: "none", fetch: async () => Response.json(entry) });
  let usd = 0;
  for (const input of inputs) {
    const cost = await offline.estimate(untyped(modelId), input);
    if (cost === null) return { usd: null, by };
    usd += cost;
  }
  // A sum of tenths is not quite one.
  return { usd: Number(usd.toFixed(6)), by };
}

async function findEntry(
  modelId: string,
  flags: { readonly baseUrl?: string },
): Promise<{ entry: object | undefined; by: Estimate["by"] }> {
  const token = findCredentials()?.token;
  const baseUrl = flags.baseUrl ?? findBaseUrl();
  if (token) {
    try {
      const client = createNodeClient({
        token,
        retry: { maxRetries: 0 },
        ...(baseUrl !== undefined && { baseUrl }),
      });
      return { entry: await client.models.get(modelId), by: "server" };
    } catch (error) {
      if (!ModelApiError.isInstance(error)) throw error;
    }
  }
  return { entry: (await loadModel(modelId))?.metadata, by: "catalog" };
}
