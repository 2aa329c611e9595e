/** How the stand-in fails. */

/** What goes wrong, as long as it is set. */
export interface Faults {
  /** Answers these calls, e.g. `POST /prompt`, with this status. */
  status: Readonly<Record<string, number>>;
  /** Answers these calls with text that is no JSON. */
  garbage: readonly string[];
  /** Does what these calls ask for, and breaks the connection instead of answering. */
  lostAnswer: readonly string[];
  /** Takes these calls, and never answers. */
  silent: readonly string[];
  /** Sends these calls to another address. */
  redirect: Readonly<Record<string, string>>;
  refuseSocket: boolean;
  /** Takes websockets, and never opens them. */
  hangSocket: boolean;
  /** Breaks the websocket when a sampler has come to this step. */
  dropSocketAtStep: number | undefined;
  /** Runs workflows, and keeps nothing of what they make. */
  forgetOutputs: boolean;
  /** Has an empty history, as after somebody has cleared it. */
  forgetHistory: boolean;
  /** Breaks off so many outputs in the middle. */
  brokenViews: number;
  /** Is a version that chooses ids itself and does not know whom to interrupt. */
  old: boolean;
}

export const HEALTHY: Faults = {
  status: {},
  garbage: [],
  lostAnswer: [],
  silent: [],
  redirect: {},
  refuseSocket: false,
  hangSocket: false,
  dropSocketAtStep: undefined,
  forgetOutputs: false,
  forgetHistory: false,
  brokenViews: 0,
  old: false,
};
