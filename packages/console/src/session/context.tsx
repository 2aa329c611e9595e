import { ModelApiProvider } from "@model-api/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from "react";
import { forgetDrafts } from "../model/playground/drafts.js";
import { askForKey, forgetSession, keepSession, keptSession, type Session } from "./session.js";
import { SignIn } from "./sign-in.js";

interface SessionAccess {
  readonly session: Session;
  /** `fetch` with the key of the session. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  signOut(): void;
}

const SessionContext = createContext<SessionAccess | undefined>(undefined);

export function useSession(): SessionAccess {
  const access = use(SessionContext);
  if (!access) throw new Error("There is no <SessionProvider> above this component.");
  return access;
}

/** Shows its children to whoever has a key, and asks everybody else for one. */
export function SessionProvider({ first, children }: { first: Session | undefined; children: ReactNode }) {
  const [session, setSession] = useState(first);
  const [wasRefused, setWasRefused] = useState(false);

  if (!session)
    return (
      <SignIn
        wasRefused={wasRefused}
        onSignIn={(next, isKept) => {
          if (isKept) keepSession(next);
          setWasRefused(false);
          setSession(next);
        }}
      />
    );
  return (
    <WithKey
      key={session.token}
      session={session}
      onEnd={(refused) => {
        forgetSession();
        setWasRefused(refused);
        setSession(undefined);
        if (!refused) forgetDrafts();
      }}
      onReplace={setSession}
    >
      {children}
    </WithKey>
  );
}

/** What was kept in this tab, else what the server hands over. */
export async function firstSession(): Promise<Session | undefined> {
  const kept = keptSession();
  if (kept) return kept;
  const handed = await askForKey();
  if (handed) keepSession(handed);
  return handed;
}

interface WithKeyProps {
  readonly session: Session;
  readonly onEnd: (wasRefused: boolean) => void;
  readonly onReplace: (session: Session) => void;
  readonly children: ReactNode;
}

function WithKey({ session, onEnd, onReplace, children }: WithKeyProps) {
  const latest = useRef({ onEnd, onReplace });
  useEffect(() => {
    latest.current = { onEnd, onReplace };
  });
  const [cache] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));

  const access = useMemo<SessionAccess>(() => {
    let hasEnded = false;

    /** A key that was handed over may have gone with the server that gave it; one that was entered is asked for again. */
    async function replaceKey() {
      if (hasEnded) return;
      hasEnded = true;
      const handed = session.origin === "handed" ? await askForKey() : undefined;
      if (!handed || handed.token === session.token) return latest.current.onEnd(true);
      keepSession(handed);
      latest.current.onReplace(handed);
    }

    return {
      session,
      signOut: () => latest.current.onEnd(false),
      async fetch(path, init = {}) {
        const headers = new Headers(init.headers);
        headers.set("authorization", `Bearer ${session.token}`);
        const answer = await fetch(path, { ...init, headers });
        if (answer.status === 401) void replaceKey();
        return answer;
      },
    };
  }, [session]);

  return (
    <SessionContext value={access}>
      <QueryClientProvider client={cache}>
        <ModelApiProvider options={{ baseUrl: location.origin, fetch: access.fetch }}>
          {children}
        </ModelApiProvider>
      </QueryClientProvider>
    </SessionContext>
  );
}
