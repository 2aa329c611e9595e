import { parseArgs } from "node:util";
import { REPOSITORY, UsageError } from "../sync-catalog/flags.js";

export const USAGE = `Scaffolds schemas/models/<vendor>/<model>/<task>.json.

  npm run new:model -- <URL>                                  from a server's catalog, or from a model's page
  npm run new:model -- <model id> --example <file | ->        from a JSON input, or a list of them, that the service took

  <URL>                 …/v1/models/<model id> of a server, or …/models/<model id> of its console; of a page of the vendor's,
                        the hosted service is asked. The token is read from RUNCOMFY_TOKEN
  --example <file>      the input; - reads standard input. Several inputs, as a list, tell more than one
  --required <a,b>      the fields that a request cannot go without; of one example nobody can tell
  --output-kind <kind>  image, video or audio; where it is left out, it is guessed from the model's id
  --dry-run             print the file, and write nothing
  --root <folder>       work on another copy of the repository

A file that is there already is never written over: npm run schemas:sync brings one up to date.`;

const OUTPUT_KINDS = ["image", "video", "audio"] as const;
export type OutputKind = (typeof OUTPUT_KINDS)[number];

export interface Options {
  /** Where the model comes from. */
  readonly source:
    | { readonly url: string }
    | {
        readonly modelId: string;
        readonly example: string;
        readonly required: readonly string[] | undefined;
      };
  readonly outputKind: OutputKind | undefined;
  readonly dryRun: boolean;
  readonly root: string;
}

/** The options of a run; undefined where help is asked for. Throws {@link UsageError}. */
export function readFlags(args: readonly string[]): Options | undefined {
  const { values, positionals } = parse(args);
  if (values.help) return undefined;
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0)
    throw new UsageError(`one URL or one model id is expected, ${positionals.length} are given; see --help`);
  const outputKind = OUTPUT_KINDS.find((kind) => kind === values["output-kind"]);
  if (values["output-kind"] !== undefined && !outputKind)
    throw new UsageError(`--output-kind is one of ${OUTPUT_KINDS.join(", ")}`);
  return {
    source: sourceOf(given, values.example, values.required),
    outputKind,
    dryRun: values["dry-run"],
    root: values.root,
  };
}

function sourceOf(
  given: string,
  example: string | undefined,
  required: string | undefined,
): Options["source"] {
  const isUrl = /^[a-z]+:\/\//i.test(given);
  if (isUrl && example === undefined && required === undefined) return { url: given };
  if (isUrl)
    throw new UsageError(
      "a URL says by itself what the model takes: --example and --required go with a model id",
    );
  if (example === undefined)
    throw new UsageError(
      `"${given}" is no URL, and without one the model's input has to be given: --example <file | ->`,
    );
  const names = required?.split(",").map((name) => name.trim());
  return { modelId: given, example, required: names?.filter(Boolean) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        example: { type: "string" },
        required: { type: "string" },
        "output-kind": { type: "string" },
        "dry-run": { type: "boolean", default: false },
        root: { type: "string", default: REPOSITORY },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
