import { pause } from "../../clock.js";
import { sniffStream } from "../../media/sniff-stream.js";
import type { EngineContext, KeptFile, MediaKind } from "../engine.js";
import type { Binding } from "./binding.js";
import { lost, noOutput, type Situation } from "./failures.js";
import type { HistoryEntry, Host, OutputName } from "./host.js";
import { HostFailure } from "./host-failure.js";
import { isRecord } from "./workflow.js";

/** An output on its way from ComfyUI. */
export interface Arriving {
  readonly kind: MediaKind;
  /** Media type read from the bytes. */
  readonly mediaType: string;
  readonly data: AsyncIterable<Uint8Array>;
}

export interface OutputParts {
  readonly host: Host;
  readonly situation: Situation;
  readonly context: EngineContext;
  /** Keeps a file, as it is or made to fit. */
  keep(file: Arriving): Promise<KeptFile>;
}

const TRIES = 3;
const RETRY_MS = 1000;
/** What ComfyUI shows and does not keep. */
const PREVIEW = "temp";

/** Fetches what the output nodes have made and keeps it, in the order of the nodes. */
export async function collect(
  outputs: HistoryEntry["outputs"],
  binding: Binding,
  parts: OutputParts,
): Promise<readonly KeptFile[]> {
  const { log, signal } = parts.context;
  const names = outputsOf(outputs, binding);
  if (names.length === 0) throw noOutput(whyNothing(outputs, binding));
  const kept: KeptFile[] = [];
  for (const name of names) {
    signal.throwIfAborted();
    const file = await fetchOutput(name, parts);
    if (file) kept.push(file);
    else
      log.warn(
        { type: name.type },
        "a file of the workflow is neither a picture, a video nor a sound; left out",
      );
  }
  if (kept.length === 0) throw noOutput("none of its files is a picture, a video or a sound");
  return kept;
}

/** Nodes put their files under `images`, `gifs`, `videos`, `audio` or a name of their own: a file is whatever has a file's name. */
function outputsOf(outputs: HistoryEntry["outputs"], { workflow, outputs: wanted }: Binding): OutputName[] {
  return (wanted ?? Object.keys(workflow)).flatMap((id) =>
    filesOf(outputs[id]).filter((file) => wanted || file.type !== PREVIEW),
  );
}

function filesOf(output: unknown): OutputName[] {
  const lists = isRecord(output) ? Object.values(output).filter(Array.isArray) : [];
  return lists.flat().flatMap((item) => {
    const { filename, subfolder = "", type = "output" } = Object(item);
    return typeof filename === "string"
      ? [{ filename, subfolder: String(subfolder), type: String(type) }]
      : [];
  });
}

function whyNothing(outputs: HistoryEntry["outputs"], { outputs: wanted }: Binding): string {
  if (wanted)
    return `none of the nodes ${wanted.join(", ")}, which the mapping names as outputs, has made a file`;
  const previews = Object.keys(outputs).filter((id) => filesOf(outputs[id]).length > 0);
  if (previews.length === 0) return "none of its nodes has made a file";
  return `it has previews only, of the nodes ${previews.join(", ")}: its operator should save them, or name these nodes as outputs in the mapping`;
}

/** Undefined for a file that is no media. */
async function fetchOutput(name: OutputName, parts: OutputParts): Promise<KeptFile | undefined> {
  const { context, situation } = parts;
  for (let tries = 1; ; tries++) {
    try {
      return await tryToFetch(name, parts);
    } catch (error) {
      const failure = hostFailureOf(error);
      context.signal.throwIfAborted();
      if (!failure) throw error;
      if (failure.status === 404) throw noOutput("its files are not there any more");
      if (tries === TRIES)
        throw lost(`What the workflow has made could not be fetched (${failure.message})`, situation, error);
      context.log.warn({ reason: failure.message }, "an output could not be fetched; trying again");
      await pause(context.clock, RETRY_MS, context.signal);
    }
  }
}

/** Whoever keeps a file may have wrapped what broke its stream. */
function hostFailureOf(error: unknown): HostFailure | undefined {
  if (error instanceof HostFailure) return error;
  const { cause } = Object(error);
  return cause instanceof HostFailure ? cause : undefined;
}

async function tryToFetch(name: OutputName, { host, keep }: OutputParts): Promise<KeptFile | undefined> {
  const response = await host.open(name);
  const chunks = read(response);
  try {
    const { mediaType, data } = await sniffStream(chunks);
    const kind = (["image", "video", "audio"] as const).find((kind) => mediaType?.startsWith(`${kind}/`));
    if (!kind || !mediaType) return undefined;
    return await keep({ kind, mediaType, data });
  } finally {
    await chunks.return(undefined);
  }
}

async function* read(response: Response): AsyncGenerator<Uint8Array, undefined> {
  try {
    for await (const chunk of response.body ?? []) yield chunk;
  } catch (error) {
    throw HostFailure.lost("GET /view", error);
  }
}
