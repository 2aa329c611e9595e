import type { SubmitOptions } from "@model-api/client";
import { useQueryClient } from "@tanstack/react-query";
import { useInsertionEffect, useMemo, useRef, useState } from "react";
import { useModelApiContext } from "./context.js";
import { type CompletedState, type InputOf, idOf, type Model, modelApi } from "./queries/index.js";
import type { RequestView } from "./request-view.js";
import { createSubmitter, type Submission } from "./submitter.js";
import { type UseRequestResult, useRequest } from "./use-request.js";

export interface UseModelOptions extends Omit<SubmitOptions, "signal" | "idempotencyKey"> {
  /** A request to begin with, such as one from the URL: a page that is loaded again goes on where it was. */
  readonly requestId?: string | null | undefined;
  /** Called when a submit has been accepted, also where the component is gone: put the id where it outlives the page. */
  readonly onSubmitted?: ((requestId: string) => void) | undefined;
  /** Asks the server for the cost. @default false */
  readonly includeCost?: boolean | undefined;
}

export interface UseModelResult<M extends Model> extends Omit<UseRequestResult, "status"> {
  /** Where the request stands; `submitting` until its submit is answered, `error` where that was refused or lost. */
  readonly status: RequestView["status"] | "submitting" | "error";
  /**
   * Submits, and shows what becomes of it. The same input again while the submit is on its way is the same submit: a double
   * click, or an effect that StrictMode runs twice, pays once.
   */
  run(input: InputOf<M>, options?: SubmitOptions): void;
  /** The same, as a promise of the end: rejects where the submit or the request fails, or the request is cancelled. */
  runAsync(input: InputOf<M>, options?: SubmitOptions): Promise<CompletedState>;
  /** Shows nothing any more. What is submitted goes on. */
  reset(): void;
}

interface Shown extends Submission {
  readonly modelId: string;
  /** The request that the caller has begun with. */
  readonly seed: string | undefined;
}

/** Runs a model. The input is typed by the literal id; a model that the registry does not know goes through `untyped(id)`. */
export function useModel<const M extends Model>(model: M, options: UseModelOptions = {}): UseModelResult<M> {
  const { client } = useModelApiContext();
  const cache = useQueryClient();
  const { requestId: given, onSubmitted, includeCost, ...settings } = options;
  const seed = given || undefined;
  const modelId = idOf(model);
  const [shown, setShown] = useState<Shown>({ modelId, seed, requestId: seed });
  // Another model or another request from the URL counts; one that was submitted here and put there is the same.
  if (modelId !== shown.modelId || (seed !== shown.seed && seed !== shown.requestId))
    setShown({ modelId, seed, requestId: seed });
  else if (seed !== shown.seed) setShown({ ...shown, seed });
  const latest = useRef({ model, settings, onSubmitted });
  useInsertionEffect(() => {
    latest.current = { model, settings, onSubmitted };
  });
  const submitter = useMemo(
    () =>
      createSubmitter<InputOf<M>>({
        cache,
        show: (submission) =>
          setShown((last) => (last.modelId === modelId ? { modelId, seed: last.seed, ...submission } : last)),
        follow: (requestId) => modelApi.request(client, requestId, { model: modelId, includeCost }),
        submission: (own) =>
          modelApi.submit(client, latest.current.model, { ...latest.current.settings, ...own }),
        onSubmitted: (requestId) => latest.current.onSubmitted?.(requestId),
      }),
    [cache, client, modelId, includeCost],
  );
  const request = useRequest(shown.requestId, { model: modelId, includeCost });
  const status = shown.isSubmitting ? "submitting" : shown.error ? "error" : request.status;

  return {
    ...request,
    status,
    error: shown.error ?? request.error,
    isRunning: !!shown.isSubmitting || request.isRunning,
    run: submitter.run,
    runAsync: submitter.runAsync,
    reset: submitter.reset,
    async cancel() {
      // An aborted submit may have been accepted all the same, so its answer is waited for.
      const submitted = await submitter.pending();
      return submitted ? submitter.cancel(client(), submitted) : request.cancel();
    },
  };
}
