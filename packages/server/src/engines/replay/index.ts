/** The `replay` engine: answers from cassettes, with no network and at no cost, as the service behind them once did. */

import { type Cassette, CassetteError, type CassetteStatus } from "../../cassettes/cassette.js";
import { openCassetteFolder } from "../../cassettes/cassette-folder.js";
import { keyOf, normaliseInput, redactInput } from "../../cassettes/cassette-input.js";
import { explainMiss } from "../../cassettes/nearest-cassette.js";
import { type Catalog, installedCatalog } from "../../catalog.js";
import { pause } from "../../clock.js";
import {
  type Admission,
  type Engine,
  type EngineContext,
  EngineError,
  type EngineResult,
  WAITING_CONCURRENCY,
} from "../engine.js";

export interface ReplayEngineOptions {
  /** Folder of the cassettes. */
  readonly folder: string;
  /**
   * How fast the recorded time passes: 1 as it was, 10 ten times as fast, `Infinity` without any waiting.
   * @default Infinity
   */
  readonly speed?: number | undefined;
  /** What answers a request that was never recorded. @default the submit is refused, with the nearest cassette and the difference */
  readonly onMiss?: Engine | undefined;
  readonly catalog?: Catalog | undefined;
}

export function createReplayEngine(options: ReplayEngineOptions): Engine {
  const { speed = Number.POSITIVE_INFINITY, onMiss, catalog = installedCatalog } = options;
  if (!(speed > 0)) throw new TypeError(`speed must be greater than 0, or Infinity; got ${speed}`);
  const folder = openCassetteFolder(options.folder);
  /** How often each request has been made: its second time gets its second cassette. */
  const counts = new Map<string, number>();

  /** The cassette at a path; one that cannot be played is a fault of the folder, and not of the caller. */
  async function load(path: string, fault: "input" | "final"): Promise<Cassette> {
    try {
      return await folder.read(path);
    } catch (error) {
      throw error instanceof CassetteError ? unplayable(path, error, fault) : error;
    }
  }

  function unplayable(path: string, error: CassetteError, fault: "input" | "final"): EngineError {
    return new EngineError(
      fault,
      `The cassette ${path} of ${folder.path} ${error.message}. Record it again (--record), or bring back the file. Nothing was charged.`,
      { cause: error, code: "cassette_invalid" },
    );
  }

  return {
    name: "replay",
    // What may go on to a service that costs money may not be repeated either.
    repeatable: onMiss?.repeatable ?? true,
    concurrency: onMiss ? onMiss.concurrency : WAITING_CONCURRENCY,
    serves: (modelId) => catalog.models.some(({ model_id }) => model_id === modelId),

    async admit(task, context) {
      const { modelId } = task;
      const schema = (await catalog.load(modelId))?.inputSchema;
      if (!schema) return undefined;
      const input = await normaliseInput(task.input, schema, context);
      const key = await keyOf(modelId, input, schema);
      const recorded = await folder.count(modelId, key);
      if (recorded === 0) {
        if (onMiss) return onMiss.admit?.(task, context);
        const { message, detail } = await explainMiss(
          folder,
          modelId,
          input,
          await redactInput(input, schema),
        );
        throw new EngineError("input", `${message} Nothing was submitted.`, { detail });
      }
      const nth = (counts.get(key) ?? 0) + 1;
      counts.set(key, nth);
      const path = folder.pathOf(modelId, key, Math.min(nth, recorded));
      const cassette = await load(path, "input");
      if ((await keyOf(cassette.model_id, cassette.input, schema)) !== key)
        throw unplayable(
          path,
          new CassetteError("has been edited: its key is not that of its input"),
          "input",
        );
      return { plan: path, ...queueOf(cassette, speed) };
    },

    async run(task, context) {
      if (task.plan === undefined && onMiss) return onMiss.run(task, context);
      if (task.plan === undefined)
        throw new EngineError("final", "The request was accepted before this server played cassettes.");
      const began = context.clock.now();
      const cassette = await load(task.plan, "final");
      await play(cassette, speed, began, context);
      const { result } = cassette;
      if (result.status === "failed") {
        const { fault, code, message } = result.error;
        // It was the end of a recorded request: nothing is tried again.
        throw new EngineError(fault === "transient" ? "final" : fault, message, { code });
      }
      const files: EngineResult["files"][number][] = [];
      try {
        for (const file of result.files)
          files.push(
            await context.keep({ kind: file.kind, mediaType: file.media_type, data: folder.readMedia(file) }),
          );
      } catch (error) {
        const cause = [error, (error as Error).cause].find((one) => one instanceof CassetteError);
        throw cause ? unplayable(task.plan, cause as CassetteError, "final") : error;
      }
      return { files, report: result.report, cost: result.cost };
    },

    ...(onMiss?.resume && {
      resume: (task, reference, context) =>
        onMiss.resume?.(task, reference, context) as Promise<EngineResult>,
    }),
    close: async () => onMiss?.close?.(),
  };
}

const isQueued = ({ status }: CassetteStatus) => status === "in_queue";

/** When a recorded request left the queue, in milliseconds after its submit. */
function leftQueueAt({ statuses }: Cassette): number {
  return statuses.find((status) => !isQueued(status))?.after_ms ?? 0;
}

function queueOf(cassette: Cassette, speed: number): Pick<Admission, "queue"> {
  const ms = leftQueueAt(cassette) / speed;
  const positions = cassette.statuses
    .filter(isQueued)
    .map(({ after_ms, queue_position = 0 }) => ({ afterMs: after_ms / speed, ahead: queue_position }));
  return ms > 0 ? { queue: { ms, positions } } : {};
}

/** Lets the time pass that the recorded run took, from when this one `began`, and tells its progress. */
async function play(
  cassette: Cassette,
  speed: number,
  began: number,
  { clock, signal, progress }: EngineContext,
): Promise<void> {
  const start = leftQueueAt(cassette);
  for (const { after_ms, status, progress: fraction } of cassette.statuses) {
    if (status === "in_queue") continue;
    await pause(clock, (after_ms - start) / speed - (clock.now() - began), signal);
    signal.throwIfAborted();
    if (fraction !== undefined) progress(fraction);
  }
}
