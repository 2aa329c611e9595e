/** The key that calls are made with, and how it came here. */
export interface Session {
  readonly token: string;
  /** `handed`: by a server on this machine; `entered`: by a person. */
  readonly origin: "handed" | "entered";
}

const STORED = "model-api-session";

/** Kept for as long as this tab, where that was asked for; otherwise in the memory of the page alone. */
export function keepSession(session: Session): void {
  sessionStorage.setItem(STORED, JSON.stringify(session));
}

export function forgetSession(): void {
  sessionStorage.removeItem(STORED);
}

export function keptSession(): Session | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORED) ?? "null");
    return typeof kept?.token === "string" ? kept : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Asks the server for a key, which one that listens on this machine only may give to its own page. The header keeps plain
 * forms of other pages from asking; the server looks at much more than that.
 */
export async function askForKey(): Promise<Session | undefined> {
  try {
    const answer = await fetch("/console/key", {
      method: "POST",
      headers: { "model-api-console": "1" },
      cache: "no-store",
    });
    if (!answer.ok) return undefined;
    const { token } = (await answer.json()) as { token?: unknown };
    return typeof token === "string" ? { token, origin: "handed" } : undefined;
  } catch {
    return undefined;
  }
}
