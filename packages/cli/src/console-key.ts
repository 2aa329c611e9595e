const DAY_MS = 24 * 60 * 60 * 1000;
const LIFE_MS = 30 * DAY_MS;

/** What of a server, and of its configuration, this needs. */
interface KeyMaker {
  createKey(key: {
    name: string;
    scopes: ("submit" | "read" | "admin")[];
    expiresAt: number;
  }): Promise<string>;
}
interface Place {
  readonly host: string;
  readonly publicUrl?: string | undefined;
}

/**
 * Gives the console its key on a server that only this machine reaches: the one that this start has printed, else one of its own, which is
 * made when a page first asks and then given to every page until shortly before its end. Undefined where others may reach the server: there
 * people sign in.
 */
export function consoleKey(
  { host, publicUrl }: Place,
  isLoopback: (host: string) => boolean,
  made: () => { readonly server: KeyMaker; readonly printed: string | undefined },
): (() => Promise<string>) | undefined {
  if (publicUrl !== undefined || !isLoopback(host)) return undefined;
  let own: { readonly token: Promise<string>; readonly madeAt: number } | undefined;
  return async () => {
    const { server, printed } = made();
    if (printed !== undefined) return printed;
    const now = Date.now();
    if (!own || now - own.madeAt > LIFE_MS - DAY_MS) {
      const token = server.createKey({
        name: "console",
        scopes: ["submit", "read", "admin"],
        expiresAt: now + LIFE_MS,
      });
      own = { token, madeAt: now };
      token.catch(() => {
        own = undefined;
      });
    }
    return own.token;
  };
}
