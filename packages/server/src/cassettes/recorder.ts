import type { ModelInputSchema } from "@model-api/models";
import type {
  EngineContext,
  EngineError,
  EngineReport,
  EngineResult,
  EngineTask,
  MediaKind,
} from "../engines/engine.js";
import { CASSETTE_VERSION, type CassetteFile, type CassetteResult, type CassetteStatus } from "./cassette.js";
import type { CassetteFolder } from "./cassette-folder.js";
import { type CassetteInput, keyOf, normaliseInput, redactInput } from "./cassette-input.js";
import type { MediaRecording } from "./record-media.js";

/** The recording of one request. Nothing of it may fail the request: what cannot be recorded is told in the log. */
export interface Recording {
  /** Each change of the status, as it comes. */
  status(status: Omit<CassetteStatus, "after_ms">): void;
  /** Copies an output while it is kept; it belongs to the cassette once it is `accept`ed, in that order. */
  copy(kind: MediaKind, mediaType: string): MediaCopy;
  completed(result: Pick<EngineResult, "report" | "cost">): Promise<void>;
  failed(error: EngineError): Promise<void>;
  /** The request has not come to an end that could be played back: there will be no cassette. */
  abandon(): Promise<void>;
}

export interface MediaCopy extends Pick<MediaRecording, "pass"> {
  accept(): void;
}

export interface Recorder {
  /** `context.clock` tells how far apart the statuses are; the first comes at 0. */
  begin(task: EngineTask, schema: ModelInputSchema, context: EngineContext): Recording;
}

export interface RecorderOptions {
  /** Whether texts of inputs, prompts above all, are there as hashes only. @default false */
  readonly redactPrompts?: boolean | undefined;
}

/**
 * Writes a cassette for each request that ends. A request that is made for the first time in this process takes the place of what was recorded
 * before; made again it gets a cassette more, so that a new recording of the same run gives the same files.
 */
export function createRecorder(
  folder: CassetteFolder,
  { redactPrompts = false }: RecorderOptions = {},
): Recorder {
  const counts = new Map<string, number>();

  return {
    begin(task, schema, context) {
      const { modelId } = task;
      const { clock, log } = context;
      const started = clock.now();
      const statuses: CassetteStatus[] = [];
      const copies: MediaRecording[] = [];
      const accepted: { kind: MediaKind; mediaType: string; recording: MediaRecording }[] = [];
      // Read now: an upload, or a file of this machine, may be gone at the end.
      const normalised: Promise<CassetteInput> = normaliseInput(task.input, schema, context);
      normalised.catch(() => {});

      async function write(result: CassetteResult): Promise<void> {
        const input = await normalised;
        const key = await keyOf(modelId, input, schema);
        const nth = (counts.get(key) ?? 0) + 1;
        counts.set(key, nth);
        await folder.write(folder.pathOf(modelId, key, nth), {
          version: CASSETTE_VERSION,
          model_id: modelId,
          key,
          input: redactPrompts ? await redactInput(input, schema) : input,
          statuses,
          result,
        });
      }

      // A report quotes the words of the prompt that the engine has, or has not, understood.
      const redacted = (report: EngineReport) =>
        redactPrompts ? { ...report, applied: [], ignored: [] } : report;

      const quietly = async (act: () => Promise<void>) => {
        try {
          await act();
        } catch (err) {
          log.error({ err }, "the request could not be recorded");
        } finally {
          await discard();
        }
      };
      const discard = async () => {
        for (const copy of copies) await copy.discard().catch(() => {});
      };

      return {
        status: (status) => statuses.push({ after_ms: Math.round(clock.now() - started), ...status }),
        copy(kind, mediaType) {
          const recording = folder.recordMedia(mediaType);
          copies.push(recording);
          return { pass: recording.pass, accept: () => accepted.push({ kind, mediaType, recording }) };
        },
        completed: ({ report, cost }) =>
          quietly(async () => {
            const files: CassetteFile[] = [];
            for (const { kind, mediaType, recording } of accepted)
              files.push({ kind, media_type: mediaType, ...(await recording.finish()) });
            await write({
              status: "completed",
              files,
              report: redacted(report),
              ...(cost !== undefined && { cost }),
            });
          }),
        failed: ({ fault, code, message }) =>
          quietly(() =>
            write({
              status: "failed",
              error: {
                fault,
                ...(code !== undefined && { code }),
                message: redactPrompts ? "The message of this failure was not recorded." : message,
              },
            }),
          ),
        abandon: () => discard(),
      };
    },
  };
}
