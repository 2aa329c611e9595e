import type { ModelApiClient, RequestHandle, SubmitOptions } from "@model-api/client";
import {
  type MutationOptions,
  type QueryClient,
  QueryObserver,
  type QueryObserverOptions,
  type QueryObserverResult,
} from "@tanstack/react-query";
import { isSame } from "./is-same.js";
import { type CompletedState, errorOf, isEnded, type modelApi, type RequestState } from "./queries/index.js";
import { cancelRequest } from "./request-view.js";

/** What a component shows of its submits: the last one. */
export interface Submission {
  readonly requestId?: string | undefined;
  readonly isSubmitting?: boolean;
  readonly error?: Error;
}

interface Parts<Input> {
  readonly show: (submission: Submission) => void;
  readonly cache: QueryClient;
  readonly follow: (requestId: string) => ReturnType<typeof modelApi.request>;
  readonly submission: (own: SubmitOptions | undefined) => MutationOptions<RequestHandle, Error, Input>;
  readonly onSubmitted: (requestId: string) => void;
}

interface Flight<Input> {
  readonly input: Input;
  readonly requestId: Promise<string>;
}

/**
 * The submits of one component. Each is a mutation of the cache, but no observer tells of it: one that is hidden while its
 * mutation runs never hears of the end, and one that is unmounted would lose the id.
 */
export function createSubmitter<Input>({ show, cache, follow, submission, onSubmitted }: Parts<Input>) {
  let flight: Flight<Input> | undefined;

  function submit(input: Input, own: SubmitOptions | undefined): Promise<string> {
    if (flight && isSame(flight.input, input)) return flight.requestId;
    const requestId = send(input, own);
    const mine = { input, requestId };
    flight = mine;
    show({ isSubmitting: true });
    const end = (told: Submission) => {
      if (flight !== mine) return;
      flight = undefined;
      show(told);
    };
    requestId.then(
      (id) => end({ requestId: id }),
      (error: Error) => end({ error }),
    );
    return requestId;
  }

  async function send(input: Input, own: SubmitOptions | undefined): Promise<string> {
    const mutation = cache.getMutationCache().build(cache, submission(own));
    const { id } = await mutation.execute(input);
    // What it throws is the page's own error, and not the submit's.
    queueMicrotask(() => onSubmitted(id));
    return id;
  }

  return {
    run(input: Input, own?: SubmitOptions): void {
      // Its failure is shown.
      submit(input, own).catch(() => {});
    },
    async runAsync(input: Input, own?: SubmitOptions): Promise<CompletedState> {
      return ending(cache, follow(await submit(input, own)));
    },
    reset(): void {
      flight = undefined;
      show({});
    },
    /** The id of the submit that is on its way, if there is one. */
    pending: async () => flight?.requestId.catch(() => undefined),
    cancel: (client: ModelApiClient, requestId: string) => cancelRequest(client, cache, requestId),
  };
}

/** The end of a request, as somebody who looks at it until then. */
function ending(cache: QueryClient, options: ReturnType<typeof modelApi.request>): Promise<CompletedState> {
  const observer = new QueryObserver<RequestState, Error>(
    cache,
    options as object as QueryObserverOptions<RequestState>,
  );
  return new Promise((resolve, reject) => {
    let stop = () => {};
    const look = ({ data, error, isFetching }: QueryObserverResult<RequestState>) => {
      if (!isEnded(data) && (!error || isFetching)) return;
      stop();
      if (data?.status === "completed") resolve(data);
      else reject(errorOf(data) ?? error);
    };
    stop = observer.subscribe(look);
    look(observer.getCurrentResult());
  });
}
