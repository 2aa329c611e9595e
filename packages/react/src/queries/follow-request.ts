import {
  RequestCancelledError,
  RequestFailedError,
  type RequestHandle,
  type RequestResult,
} from "@model-api/client";
import { focusManager, onlineManager } from "@tanstack/react-query";
import { fromResult, fromStatus, type RequestState } from "./request-state.js";

export interface FollowOptions {
  readonly includeCost: boolean | undefined;
  readonly signal: AbortSignal;
  /** Told each change before the end. */
  readonly tell: (state: RequestState) => void;
}

/** Milliseconds after which a request that was queued is looked at anew, once. */
const SECOND_LOOK = 500;

/**
 * Waits for the end of a request as the client does. When the page is seen again or the network is back, it looks anew at
 * once: a pause, or a call that a sleeping machine has lost, is not waited out. Rejects as soon as the network has gone.
 */
export async function followRequest(
  handle: RequestHandle,
  { includeCost, signal, tell }: FollowOptions,
): Promise<RequestState> {
  let look = new AbortController();
  let secondLook: ReturnType<typeof setTimeout> | undefined;
  const stop = () => look.abort(signal.reason);
  const heard = (state: RequestState) => {
    tell(state);
    // A server holds a look until something changes after it has arrived. What changed between the first look and that one is
    // told by neither, and just after a submit that is most often the begin of the run.
    if (state.status === "in_queue") secondLook ??= setTimeout(stop, SECOND_LOOK);
  };
  const unsubscribe = [
    focusManager.subscribe((isFocused) => isFocused && stop()),
    onlineManager.subscribe(stop),
  ];
  signal.addEventListener("abort", stop);
  try {
    for (;;) {
      look = new AbortController();
      try {
        return fromResult(await waitForEnd(handle, includeCost, look.signal, heard));
      } catch (error) {
        if (!look.signal.aborted || signal.aborted || !onlineManager.isOnline()) throw error;
      }
    }
  } finally {
    clearTimeout(secondLook);
    signal.removeEventListener("abort", stop);
    for (const end of unsubscribe) end();
  }
}

async function waitForEnd(
  handle: RequestHandle,
  includeCost: boolean | undefined,
  signal: AbortSignal,
  tell: FollowOptions["tell"],
): Promise<RequestResult> {
  try {
    return await handle.wait({
      signal,
      includeCost,
      onStatus(status) {
        const state = fromStatus(handle.id, status);
        if (state && !signal.aborted) tell(state);
      },
    });
  } catch (error) {
    const isEnd = RequestFailedError.isInstance(error) || RequestCancelledError.isInstance(error);
    if (!isEnd) throw error;
    return handle.result({ signal, includeCost });
  }
}
