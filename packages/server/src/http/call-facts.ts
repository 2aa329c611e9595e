/** What becomes known of a call while it is answered, for its line in the log. No tokens, no bodies. */
export interface CallFacts {
  keyId?: string;
  requestId?: string;
  /** Whether the caller asked that the answer be held. */
  held?: boolean;
  /** What the caller asked the model to do; only where the operator wants prompts logged. */
  prompt?: string | undefined;
}

const facts = new WeakMap<Request, CallFacts>();

/** Begins to collect what is known of a call. */
export function beginCall(request: Request): CallFacts {
  const known: CallFacts = {};
  facts.set(request, known);
  return known;
}

/** Notes something of a call that is being watched. */
export function noteCall(request: Request, more: CallFacts): void {
  const known = facts.get(request);
  if (known) Object.assign(known, more);
}
