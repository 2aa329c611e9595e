import type { Clock } from "../clock.js";
import type { GuardedPost } from "../guard/guarded-post.js";
import type { Logger } from "../logger.js";
import type { Metrics } from "../metrics/metrics.js";
import { createPuller } from "../puller.js";
import { hasEnded, type RequestRecord } from "../requests.js";
import { toResult } from "../routes/result.js";
import type { Store } from "../store/store.js";
import { signatureHeaders } from "./sign.js";
import type { WebhookDelivery } from "./webhook-delivery.js";

export interface DelivererOptions {
  readonly store: Store;
  /** Through the guard that inputs are fetched through: the URL is a stranger's. */
  readonly post: GuardedPost;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where tries are counted. */
  readonly metrics?: Pick<Metrics, "delivered">;
}

/** Announces the ends of requests that have a webhook, at least once each. */
export interface Deliverer {
  /** Resolves when what was due has been taken. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Between one try and the next, as the Standard Webhooks specification proposes; about three days in all. */
export const RETRY_AFTER_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** As long as one try may take, and a little more: then another process may have it. */
const HOLD_MS = MINUTE;
/** How many are under way at the same time. */
const CONCURRENCY = 8;
/** How often the store is asked, in case that nothing was announced. */
const LOOK_MS = 30 * SECOND;

export function createDeliverer({ store, post, clock, log, metrics }: DelivererOptions): Deliverer {
  const stopping = new AbortController();
  let disarm: (() => void) | undefined;
  let unsubscribe: (() => void) | undefined;

  const puller = createPuller<WebhookDelivery>({
    concurrency: CONCURRENCY,
    async take() {
      const delivery = await store.claimWebhook(clock.now(), HOLD_MS);
      if (!delivery) await lookLater();
      return delivery;
    },
    work: (delivery) =>
      deliver(delivery).catch((error) =>
        log.error({ err: error, webhookId: delivery.id }, "a webhook could not be settled"),
      ),
    giveBack: ({ id }) => store.settleWebhook(id, clock.now()),
    onFailure(error) {
      log.error({ err: error }, "webhooks could not be looked for; trying again");
      look(LOOK_MS);
    },
  });

  async function lookLater(): Promise<void> {
    const next = await store.nextWebhookAt();
    look(next === undefined ? LOOK_MS : Math.min(Math.max(next - clock.now(), 0), LOOK_MS));
  }

  function look(after: number): void {
    disarm?.();
    if (!stopping.signal.aborted) disarm = clock.after(after, puller.pull);
  }

  async function deliver(delivery: WebhookDelivery): Promise<void> {
    const fields = { requestId: delivery.requestId, webhookId: delivery.id, attempt: delivery.attempts + 1 };
    const request = await store.findRequest(delivery.requestId);
    const answer = request ? await send(delivery, request) : "its request is gone";
    if (typeof answer === "number" && answer >= 200 && answer < 300) {
      await store.settleWebhook(delivery.id, undefined);
      metrics?.delivered("delivered");
      log.info({ ...fields, status: answer }, "webhook delivered");
      return;
    }
    // Cut short by the shutdown, which says nothing of the receiver: it is due again when it is not held any more.
    if (stopping.signal.aborted) return;
    const wait = answer === 410 || !request ? undefined : RETRY_AFTER_MS[delivery.attempts];
    await store.settleWebhook(delivery.id, wait === undefined ? undefined : clock.now() + wait);
    metrics?.delivered(wait === undefined ? "given_up" : "retried");
    const outcome = typeof answer === "number" ? { status: answer } : { reason: answer };
    log.warn(
      { ...fields, ...outcome },
      wait === undefined ? "webhook given up" : "webhook failed; trying again",
    );
  }

  /** The status of the answer, or why there is none. */
  async function send(delivery: WebhookDelivery, request: RequestRecord): Promise<number | string> {
    const now = clock.now();
    const body = JSON.stringify({
      type: `request.${delivery.state}`,
      timestamp: new Date(request.finishedAt ?? now).toISOString(),
      data: toResult(request, delivery.target.origin),
    });
    const headers = {
      "content-type": "application/json",
      ...signatureHeaders(delivery.secret, delivery.id, now, body),
    };
    try {
      return (await post(delivery.target.url, { headers, body }, stopping.signal)).status;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  return {
    async start() {
      unsubscribe = store.onStateChange((_, state) => {
        if (hasEnded(state)) puller.pull();
      });
      puller.pull();
      await puller.settled();
    },
    async stop() {
      unsubscribe?.();
      disarm?.();
      stopping.abort(new Error("the server is shutting down"));
      await puller.stop();
      await puller.idle();
    },
  };
}
