import { untyped } from "@model-api/client";
import { createNodeClient, findBaseUrl } from "@model-api/node";
import { dollarsFlag } from "../input/numbers.js";
import type { SchemaFlag } from "../input/schema-flags.js";
import { printEvent, printJson } from "../output/json.js";
import { print, tell } from "../output/streams.js";
import { type Estimate, estimate } from "./estimate.js";
import type { RunFlags } from "./run-flags.js";
import { withFlagNames } from "./submit.js";

/** What would be sent. */
interface Prepared {
  /** The input, with files named where their URIs would stand. */
  readonly body: unknown;
  readonly url: string;
}

/** `--dry-run`: checks as a run does, and shows what it would send and cost. The submit itself never leaves. */
export async function dryRun(
  modelId: string,
  input: Record<string, unknown>,
  flags: readonly SchemaFlag[],
  options: RunFlags,
): Promise<void> {
  const limit = options.maxCost === undefined ? undefined : dollarsFlag(options.maxCost);
  const { body, url } = await prepare(modelId, input, options).catch((error) => {
    throw withFlagNames(error, flags);
  });
  const { usd, by } = await estimate(modelId, [input], options);
  const isOver = limit !== undefined && (usd === null || usd > limit);
  const facts = { dryRun: true, model: modelId, url, body, estimateUsd: usd, estimatedBy: by };
  if (options.json) printJson(facts);
  else if (options.ndjson) printEvent("dry_run", facts);
  else {
    tell(`POST ${url}`);
    print(JSON.stringify(body, null, 2));
    tell(costLine({ usd, by }));
    tell("The input is valid as far as this version knows. Nothing was sent.");
  }
  if (isOver) tell(`warning: --max-cost ${limit} would refuse it`);
}

/** An input as it would be sent. The submit never leaves, and its files are not read but for their heads. */
export async function prepare(modelId: string, input: object, options: RunFlags): Promise<Prepared> {
  let sent: Prepared | undefined;
  let place: readonly (string | number)[] = [];
  const client = createNodeClient({
    token: "none",
    ...baseUrlOf(options),
    validate: options.validate,
    async upload(file, { onProgress }) {
      // Tells `onUpload`, which is told where the file stands.
      onProgress(file.size);
      return `<${nameAt(input, place)}: ${file.type}, ${size(file.size)}>`;
    },
    async fetch(url, { body }) {
      sent = { url, body: JSON.parse(String(body)) };
      return Response.json({ request_id: "none" });
    },
  });
  const onUpload = ({ path }: { readonly path: readonly (string | number)[] }) => {
    place = path;
  };
  await client.submit(untyped(modelId), input as Record<string, unknown>, { onUpload });
  if (!sent) throw new Error("nothing would have been sent");
  return sent;
}

function baseUrlOf(options: RunFlags): { baseUrl?: string } {
  const baseUrl = options.baseUrl ?? findBaseUrl();
  return baseUrl === undefined ? {} : { baseUrl };
}

export function costLine({ usd, by }: Estimate): string {
  if (usd === null) return `Estimated cost: not known; the ${by} does not say enough`;
  return `Estimated cost: $${usd}, by the price of the ${by}`;
}

/** What a person calls the file in a place of the input. */
function nameAt(input: object, place: readonly (string | number)[]): string {
  const file = place.reduce<unknown>((value, key) => Object(value)[key], input);
  return file instanceof File ? file.name : String(file);
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 2 ** 20 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
