import type { CommandEntry, Flag } from "./command.js";
import {
  BASE_URL,
  CONNECTION,
  JSON_FLAG,
  NDJSON,
  NO_COLOR,
  NO_DOWNLOAD,
  OPEN,
  OUTPUT_DIR,
  TIMEOUT,
} from "./common-flags.js";

const INPUT: readonly Flag[] = [
  { flag: "--input <json>", description: "the input as JSON; flags win over its fields" },
  {
    flag: "--input-file <path>",
    description: "the same from a file, or - for standard input",
    values: "files",
  },
  {
    flag: "--dry-run",
    description: "check the input, print what would be sent and what it would cost; send nothing",
  },
  { flag: "--max-cost <usd>", description: "refuse what would cost more, or what nobody can estimate" },
  { flag: "--no-validate", description: "send fields, values and models that this version does not know" },
  {
    flag: "--resume",
    description: "go on with the same run of before, where that was interrupted, instead of paying again",
  },
  {
    flag: "--no-journal",
    description: "keep no record on this machine; a run that is interrupted cannot be found again",
  },
];

const BATCH: readonly Flag[] = [
  {
    flag: "--batch <file>",
    description:
      "run each row of a .csv or .jsonl file; its columns are the model's fields, flags fill the rest",
    values: "files",
  },
  { flag: "--concurrency <number>", description: "runs at the same time in a batch", default: "4" },
  {
    flag: "--state-file <path>",
    description: "what is done of a batch, so that a second start goes on (default: beside it)",
    values: "files",
  },
  { flag: "--retry-failed", description: "also run the rows of a batch again that have failed before" },
];

const MODEL = {
  argument: "<model>",
  description: "model id, such as openai/gpt-image-2/edit",
  values: "models",
} as const;
const REQUEST = {
  argument: "<request>",
  description: "id of a request, as submit and requests print it",
  values: "requests",
} as const;
const ENTRY = {
  argument: "<entry>",
  description: "of the journal: in brackets in the list of requests, or the request's id",
  values: "requests",
} as const;
const MEDIA =
  "Flags come from the model's schema: `model-api run <model> --help` shows them. Where a model wants a picture, a video or a sound, a path, a URL, a pattern such as 'shots/*.png' or - for standard input will do.";

export const running: readonly CommandEntry[] = [
  {
    name: "run",
    summary: "submit a request, wait for it, download what it made",
    details: `${MEDIA} Ctrl-C stops the waiting, tries to cancel and says what became of it; a second one leaves at once.`,
    arguments: [MODEL],
    takesModelFlags: true,
    flags: [
      OUTPUT_DIR,
      NO_DOWNLOAD,
      OPEN,
      TIMEOUT,
      ...INPUT,
      { flag: "--detach", description: "print the request's id and do not wait" },
      ...BATCH,
      JSON_FLAG,
      NDJSON,
      BASE_URL,
      NO_COLOR,
    ],
    examples: [
      "model-api run openai/gpt-image-2/edit --help",
      `model-api run openai/gpt-image-2/edit --images photo.png \\
    --prompt "Add a headline that reads 'OPEN STUDIO'"`,
      "model-api run openai/gpt-image-2/edit --batch shots.csv --concurrency 8 --output-dir out",
      "cat photo.png | model-api run openai/gpt-image-2/edit --images - --prompt sharpen --dry-run",
    ],
    load: async () => (await import("../commands/run.js")).run,
  },
  {
    name: "submit",
    summary: "submit a request and print its id, without waiting",
    details: MEDIA,
    arguments: [MODEL],
    takesModelFlags: true,
    flags: [...INPUT, ...CONNECTION],
    examples: [
      "id=$(model-api submit openai/gpt-image-2/edit --images photo.png --prompt sharpen)",
      'model-api wait "$id"',
    ],
    load: async () => (await import("../commands/run.js")).submit,
  },
  {
    name: "status",
    summary: "where a request stands",
    arguments: [REQUEST],
    flags: CONNECTION,
    load: async () => (await import("../commands/status.js")).status,
  },
  {
    name: "wait",
    summary: "wait for a request of before, and download what it made",
    arguments: [REQUEST],
    flags: [OUTPUT_DIR, NO_DOWNLOAD, OPEN, TIMEOUT, JSON_FLAG, NDJSON, BASE_URL, NO_COLOR],
    load: async () => (await import("../commands/wait.js")).wait,
  },
  {
    name: "result",
    summary: "what came out of a request that has ended, downloaded",
    arguments: [REQUEST],
    flags: [OUTPUT_DIR, NO_DOWNLOAD, OPEN, ...CONNECTION],
    load: async () => (await import("../commands/result.js")).result,
  },
  {
    name: "cancel",
    summary: "cancel a request that is still queued",
    arguments: [REQUEST],
    flags: CONNECTION,
    load: async () => (await import("../commands/cancel.js")).cancel,
  },
  {
    name: "requests",
    summary: "requests of this machine and of the account, the newest first",
    details:
      "The journal of this machine and the server's own list, in one. A request whose answer was lost is listed as unknown: it may run and be charged.",
    flags: [
      { flag: "--limit <number>", description: "how many at most", default: "20" },
      { flag: "--no-server", description: "only the journal of this machine" },
      ...CONNECTION,
    ],
    load: async () => (await import("../commands/requests.js")).requests,
    commands: [
      {
        name: "clean",
        summary: "forget requests of this machine's journal that have ended",
        details: "What is under way, and what is unknown, is kept unless --all is given.",
        flags: [
          {
            flag: "--older-than <time>",
            description: "only what is older, such as 12h or 30d",
            default: "0s",
          },
          { flag: "--all", description: "also what is under way or unknown; it is not cancelled by that" },
          JSON_FLAG,
          NO_COLOR,
        ],
        load: async () => (await import("../commands/requests-clean.js")).clean,
      },
      {
        name: "link",
        summary: "say which request a submit turned out to be whose answer was lost",
        arguments: [ENTRY, REQUEST],
        flags: [JSON_FLAG, NO_COLOR],
        load: async () => (await import("../commands/requests-settle.js")).link,
      },
      {
        name: "delete",
        summary: "delete requests that have ended from the server, with what they made",
        details:
          "For good: the input, the output files and the place in lists go, and so does the entry in this machine's journal; the usage stays. One that is queued or in progress is left as it is: cancel it, or wait. Needs a server of your own. `requests forget` takes an entry from the journal alone, and deletes nothing on the server.",
        arguments: [
          { argument: "<requests...>", description: "ids that submit has printed", values: "requests" },
        ],
        flags: CONNECTION,
        examples: ["model-api requests delete req_0123456789abcdef"],
        load: async () => (await import("../commands/requests-delete.js")).deleteRequests,
      },
      {
        name: "forget",
        summary: "forget a request of this machine's journal, whatever its state",
        details:
          "The next run of the same work submits anew, and is charged anew. The request itself and its files stay on the server: `requests delete` removes them.",
        arguments: [ENTRY],
        flags: [JSON_FLAG, NO_COLOR],
        load: async () => (await import("../commands/requests-settle.js")).forget,
      },
    ],
  },
];
