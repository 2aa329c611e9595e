import type { IncomingMessage } from "node:http";
import { type Clock, systemClock } from "../clock.js";
import { withDeadline } from "./abort.js";
import { exchange } from "./exchange.js";
import { type GuardRules, readGuardedUrl } from "./guarded-url.js";
import { type Network, systemNetwork } from "./network.js";

export interface GuardedPostOptions extends GuardRules {
  /** Milliseconds from the lookup of the name to the end of the answer. @default 10000 */
  readonly timeoutMs?: number;
  readonly clock?: Clock;
}

export interface PostMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/**
 * Posts a message to a URL that a caller chose. Resolves with the status of the answer, whatever it is: a redirect is not
 * followed, so it is a status like any other that is not 2xx. Throws `GuardRefusal` where the URL may not be reached or no
 * answer came, and the signal's reason when it is aborted.
 */
export type GuardedPost = (
  url: string,
  message: PostMessage,
  signal: AbortSignal,
) => Promise<{ readonly status: number }>;

/** Answers are read to this length, to part in good manners, and then hung up on. */
const MAX_ANSWER_BYTES = 64 * 2 ** 10;

/** What webhooks are delivered through: the rules for addresses are those of fetched inputs. `network` is for tests. */
export function createGuardedPost(options: GuardedPostOptions, network: Partial<Network> = {}): GuardedPost {
  const { allowLoopback, timeoutMs = 10_000, clock = systemClock } = options;
  const rules = { allowLoopback };
  const reached = { ...systemNetwork, ...network };
  return (url, { headers, body }, signal) =>
    withDeadline({ clock, timeoutMs, signal }, async (signal) => {
      const length = String(Buffer.byteLength(body));
      const request = { method: "POST", headers: { ...headers, "content-length": length }, body } as const;
      return exchange(readGuardedUrl(url, rules), request, { rules, network: reached, signal }, statusOf);
    });
}

async function statusOf(answer: IncomingMessage): Promise<{ status: number }> {
  const status = answer.statusCode ?? 0;
  try {
    let size = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > MAX_ANSWER_BYTES) break;
    }
  } catch {
    // The message has arrived and been answered; how the answer's body ended changes nothing.
  }
  return { status };
}
