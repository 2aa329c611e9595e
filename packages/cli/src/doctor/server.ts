import { createNodeClient } from "@model-api/node";
import { exitCodeOf } from "../exit-code-of.js";
import { EXIT } from "../exit-codes.js";
import { askServer } from "../token.js";
import type { Finding } from "./checks.js";

/** Beyond this, signed URLs and webhooks are refused for their time. */
const SKEW_MS = 60_000;
const PATIENCE_MS = 10_000;

/** Whether the server answers, takes the token, and has the same time. */
export async function checkServer(baseUrl: string, token: string): Promise<Finding[]> {
  let answered: { status: number; date: string | null; ms: number } | undefined;
  const began = performance.now();
  const client = createNodeClient({
    token,
    baseUrl,
    retry: { maxRetries: 0, attemptTimeout: PATIENCE_MS },
    hooks: {
      onResponse(_, { status, headers }) {
        answered = { status, date: headers.get("date"), ms: performance.now() - began };
      },
    },
  });
  const { isAccepted, error } = await askServer(client);
  if (!answered)
    return [
      {
        name: "Server",
        state: "bad",
        detail: (error as Error).message,
        todo: "Check the network, the proxy and the base URL.",
        exitCode: EXIT.unavailable,
      },
    ];
  const reached: Finding =
    isAccepted === undefined
      ? {
          name: "Server",
          state: "bad",
          detail: (error as Error).message,
          todo: "Something else than the Model API may be there: check the base URL and what stands before the server.",
          exitCode: exitCodeOf(error),
        }
      : { name: "Server", state: "good", detail: `answered in ${Math.round(answered.ms)} ms` };
  return [reached, ...(isAccepted === false ? [refused(error)] : []), checkClock(answered.date, Date.now())];
}

function refused(error: unknown): Finding {
  return {
    name: "Access",
    state: "bad",
    detail: `the server refuses the token: ${(error as Error).message}`,
    todo: "Keep another one with `model-api login`; each server has tokens of its own.",
    exitCode: EXIT.noPermission,
  };
}

/** @param date the server's `Date`, whole seconds */
export function checkClock(date: string | null, now: number): Finding {
  const name = "Clock";
  const there = Date.parse(date ?? "");
  if (Number.isNaN(there)) return { name, state: "good", detail: "the server does not tell its time" };
  const skew = now - there;
  if (Math.abs(skew) < SKEW_MS) return { name, state: "good", detail: "as the server's" };
  const minutes = Math.round(Math.abs(skew) / 60_000);
  return {
    name,
    state: "warning",
    detail: `${minutes} min ${skew > 0 ? "ahead of" : "behind"} the server's`,
    todo: "Set the clock of this machine, by NTP.",
  };
}
