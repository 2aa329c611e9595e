import { type CatalogEntry, createClient, untyped } from "@model-api/client";

/** What a request would cost, as far as anything tells. */
export interface Price {
  /** US dollars; null where nothing tells. */
  readonly usd: number | null;
  /** Whether it certainly costs nothing. */
  readonly isFree: boolean;
}

/**
 * The price of a request, by the server's own entry of the model; where that names none, by that of the installed catalog.
 *
 * Free is only what the server itself prices at nothing, and, on a server of which its owner says so, what it names no price
 * for. A server of one's own names none either way: its engine may be one that somebody pays for.
 */
export async function priceOf(
  entry: CatalogEntry,
  input: Record<string, unknown>,
  isFreeServer: boolean,
): Promise<Price> {
  const stated = entry.base_price_usd ?? null;
  if (entry.pricing_note === undefined && stated === 0) return { usd: 0, isFree: true };
  if (isFreeServer && stated === null) return { usd: 0, isFree: true };
  // The estimate of the client, without asking the server a second time.
  const offline = createClient({ token: "none", fetch: async () => Response.json(entry) });
  const usd = await offline.estimate(untyped(entry.model_id), input);
  // Three tenths are a little more than 0.3, and a limit of 0.3 means three tenths.
  return { usd: usd === null ? null : Number(usd.toFixed(6)), isFree: false };
}
