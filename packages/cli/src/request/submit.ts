import { InvalidInputError, type RequestHandle, untyped } from "@model-api/client";
import { type Journal, type JournalledSubmitOptions, journal } from "@model-api/node";
import { type Connection, connect } from "../connect.js";
import { describeError } from "../describe-error.js";
import { exitCodeOf } from "../exit-code-of.js";
import { CliError } from "../exit-codes.js";
import { dollarsFlag } from "../input/numbers.js";
import type { SchemaFlag } from "../input/schema-flags.js";
import { tell } from "../output/streams.js";
import type { Interrupt } from "./interrupt.js";
import type { RunFlags } from "./run-flags.js";

/** Milliseconds that the answer to a submit is waited for after somebody wants to go: with it, there is something to cancel. */
const ANSWER_TIMEOUT = 5000;

export interface Submitter extends Connection {
  /** Where submits are written down; undefined with `--no-journal`. */
  readonly journal: Journal | undefined;
  /** Submits. What it throws names flags, and says what became of it. */
  submit(
    input: Record<string, unknown>,
    options?: { readonly work?: string; readonly resume?: boolean },
  ): Promise<RequestHandle>;
}

/** What submits the inputs of one model, as the flags say. */
export function createSubmitter(
  modelId: string,
  flags: readonly SchemaFlag[],
  options: RunFlags,
  interrupt: Interrupt,
): Submitter {
  const maxCostUsd = options.maxCost === undefined ? undefined : dollarsFlag(options.maxCost);
  let isSending = false;
  const connection = connect(options, {
    validate: options.validate,
    hooks: {
      onRequest({ method, url }) {
        if (method === "POST" && /\/v1\/models\//.test(url)) isSending = true;
      },
    },
  });
  const kept = options.journal ? journal({ onWarning: (message) => tell(`warning: ${message}`) }) : undefined;

  return {
    ...connection,
    journal: kept,
    async submit(input, { work, resume = options.resume ?? false } = {}) {
      isSending = false;
      const stop = new AbortController();
      const onStop = () => {
        const abort = () => stop.abort(interrupt.reason);
        // Before it is sent, nothing is lost. Afterwards, its answer tells what there is to cancel.
        if (isSending) setTimeout(abort, ANSWER_TIMEOUT).unref();
        else abort();
      };
      interrupt.any.addEventListener("abort", onStop);
      if (interrupt.any.aborted) onStop();
      const settings: JournalledSubmitOptions = {
        signal: stop.signal,
        ...(maxCostUsd !== undefined && { maxCostUsd }),
        ...(kept && { journal: kept, resume, work }),
      };
      try {
        return await connection.client.submit(untyped(modelId), input, settings);
      } catch (error) {
        if (interrupt.reason && stop.signal.aborted)
          throw stoppedWhileSubmitting(interrupt.reason.exitCode, isSending);
        throw withFlagNames(error, flags);
      } finally {
        interrupt.any.removeEventListener("abort", onStop);
      }
    },
  };
}

function stoppedWhileSubmitting(exitCode: number, isSending: boolean): CliError {
  if (!isSending) return new CliError(exitCode, "stopped before anything was submitted");
  return new CliError(
    exitCode,
    "stopped while submitting",
    "Whether it has arrived is not known, so it may run and be charged.",
    "`model-api requests` lists it as unknown; the same command with --resume goes on with it.",
  );
}

/** An error of a submit, in words of the command line. */
export function withFlagNames(error: unknown, flags: readonly SchemaFlag[]): unknown {
  if (!InvalidInputError.isInstance(error)) return error;
  const flagOf = (field: string) => flags.find((flag) => flag.field === field)?.flag ?? field;
  const text = describeError(error, flagOf).replace(/^error: /, "");
  // Refused here, by the schema that is installed: the service may know more by now.
  const isLocal = error.status === undefined;
  const hint = isLocal
    ? ["If the service takes more than this version knows, insist with --no-validate."]
    : [];
  return new CliError(exitCodeOf(error), text, ...hint).from(error);
}
