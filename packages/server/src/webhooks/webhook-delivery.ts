import type { RequestState } from "../requests.js";

/** Where the end of a request is announced. */
export interface WebhookTarget {
  readonly url: string;
  /** What URLs in the announcement begin with: where the caller reached the server. */
  readonly origin: string;
}

/** An announcement of a request's end that is due. */
export interface WebhookDelivery {
  /** The same on each try, so that a receiver can tell a repeat. */
  readonly id: string;
  readonly requestId: string;
  readonly state: RequestState;
  readonly target: WebhookTarget;
  /** Of the key that submitted the request. */
  readonly secret: string;
  /** How often it has been tried before. */
  readonly attempts: number;
}
