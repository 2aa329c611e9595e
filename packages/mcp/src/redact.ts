/** What stands where a secret stood, as in the client's own errors. */
const MASK = "[token]";
/** Characters that a secret has at least; less of one would be found in ordinary words. */
const SHORTEST = 6;

/** Takes secrets out of everything that leaves: answers, errors, lines of a log. */
export interface Redactor {
  /** Keeps this out of all that is told from now on. */
  add(secret: string | undefined): void;
  text(text: string): string;
  /** A copy of a JSON value whose texts, names of fields included, hold no secret. */
  json<Value>(value: Value): Value;
}

export function createRedactor(): Redactor {
  const secrets = new Set<string>();

  function text(given: string): string {
    let clean = given;
    for (const secret of secrets) clean = clean.split(secret).join(MASK);
    return clean;
  }
  function json(value: unknown): unknown {
    if (typeof value === "string") return text(value);
    if (Array.isArray(value)) return value.map(json);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [text(name), json(item)]));
  }

  return {
    add(secret) {
      const trimmed = secret?.trim();
      if (!trimmed || trimmed.length < SHORTEST) return;
      for (const form of [trimmed, encodeURIComponent(trimmed)]) secrets.add(form);
    },
    text,
    json: (value) => json(value) as typeof value,
  };
}
