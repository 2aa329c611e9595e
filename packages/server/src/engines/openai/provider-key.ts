import { type EngineContext, EngineError } from "../engine.js";

export interface ProviderKey {
  readonly secret: string;
  /** Whether the caller's API key brings it along, and it is not the server's own. */
  readonly isCallers: boolean;
}

/** The caller's own key for OpenAI, else the server's: the option, or `OPENAI_API_KEY`. */
export async function findKey(
  context: Pick<EngineContext, "providerKey">,
  apiKey: string | undefined,
): Promise<ProviderKey> {
  const callers = (await context.providerKey("openai"))?.trim();
  if (callers) return { secret: checked(callers), isCallers: true };
  const own = (apiKey ?? process.env.OPENAI_API_KEY)?.trim();
  if (own) return { secret: checked(own), isCallers: false };
  throw new EngineError(
    "final",
    "This server has no key for OpenAI, so nothing was done or charged. Whoever runs it sets OPENAI_API_KEY, or gives the caller's API key one of its own by `model-api keys create --provider-key`.",
    { code: "no_provider_key" },
  );
}

/** Refuses what no header can carry, before an error repeats it. */
function checked(secret: string): string {
  if (/^[\x21-\x7e]+$/.test(secret)) return secret;
  throw new EngineError(
    "final",
    "The key for OpenAI has spaces or other characters in it that no key has, so nothing was done or charged. Whoever it belongs to sets it anew.",
    { code: "provider_auth" },
  );
}

/** OpenAI's own words as they may be told: it repeats parts of a key, masked or not, and others can be long. */
export function withoutKey(text: string, secret: string): string {
  const [start, end] = [secret.slice(0, 6), secret.slice(-4)];
  const isKey = (word: string): boolean =>
    /\bsk-/.test(word) ||
    /\*{2,}/.test(word) ||
    (secret.length >= 8 && (word.includes(start) || word.replace(/\W+$/, "").endsWith(end)));
  const told = text.replace(/\S+/g, (word) => (isKey(word) ? "…" : word)).trim();
  return told.length > MAX_WORDS ? `${told.slice(0, MAX_WORDS)}…` : told;
}

const MAX_WORDS = 500;
