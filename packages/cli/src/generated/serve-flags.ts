// Generated from schemas/ by `pnpm codegen`. Do not edit.

/** A flag of `serve`, and the setting that it stands for. */
export interface ServeFlag {
  readonly flag: string;
  readonly name: string;
  readonly description: string;
  /** Whether `--no-…` switches it off. */
  readonly negatable?: boolean;
}

export const serveFlags: readonly ServeFlag[] = [
  {
    "flag": "--port <number>",
    "name": "port",
    "description": "port to listen on (default: 8787)"
  },
  {
    "flag": "--host <address>",
    "name": "host",
    "description": "address to listen on (default: 127.0.0.1)"
  },
  {
    "flag": "--data <folder>",
    "name": "dataFolder",
    "description": "folder for the database, the outputs and the uploads (default: .model-api)"
  },
  {
    "flag": "--data-folder-shared",
    "name": "dataFolderShared",
    "description": "says that the data folder is one that all processes see, such as a network volume",
    "negatable": true
  },
  {
    "flag": "--public-url <url>",
    "name": "publicUrl",
    "description": "what URLs in answers begin with, such as https://models.example (default: the origin that the caller used)"
  },
  {
    "flag": "--role <all|api|worker>",
    "name": "role",
    "description": "what this process does (default: all)"
  },
  {
    "flag": "--s3-bucket <name>",
    "name": "s3Bucket",
    "description": "bucket of Amazon S3, or of a service that speaks its protocol, for outputs and uploads (default: the data folder)"
  },
  {
    "flag": "--s3-prefix <prefix>",
    "name": "s3Prefix",
    "description": "what the keys of this server begin with in the bucket, so that it may be shared (default: none)"
  },
  {
    "flag": "--s3-region <region>",
    "name": "s3Region",
    "description": "region of the bucket (default: AWS_REGION; with an endpoint, us-east-1)"
  },
  {
    "flag": "--s3-endpoint <url>",
    "name": "s3Endpoint",
    "description": "where a service that speaks S3 is reached, such as https://minio.example:9000 (default: Amazon S3)"
  },
  {
    "flag": "--s3-force-path-style",
    "name": "s3ForcePathStyle",
    "description": "whether the bucket is named in the path, not in the host (default: true with an endpoint, else false)",
    "negatable": true
  },
  {
    "flag": "--engine <engines>",
    "name": "engines",
    "description": "what runs the requests, the first that serves a model (default: replay where that is set, else upstream where record is set, else local)"
  },
  {
    "flag": "--upstream-url <url>",
    "name": "upstreamUrl",
    "description": "where the engine upstream forwards requests to (default: the hosted service)"
  },
  {
    "flag": "--record <folder>",
    "name": "record",
    "description": "folder that the engine upstream writes a cassette of each request to (default: nothing is recorded)"
  },
  {
    "flag": "--redact-prompts",
    "name": "redactPrompts",
    "description": "whether cassettes hold prompts, and the other texts of inputs, as hashes only",
    "negatable": true
  },
  {
    "flag": "--replay <folder>",
    "name": "replay",
    "description": "folder of cassettes that the engine replay answers from, without a network (default: nothing is played)"
  },
  {
    "flag": "--replay-speed <speed>",
    "name": "replaySpeed",
    "description": "how fast recorded time passes (default: instant)"
  },
  {
    "flag": "--on-miss <error|upstream|local>",
    "name": "onMiss",
    "description": "what answers a request that was never recorded (default: error)"
  },
  {
    "flag": "--concurrency <number>",
    "name": "concurrency",
    "description": "runs at the same time, in this process (default: 2; 64 where every engine only waits for a service of its own)"
  },
  {
    "flag": "--max-attempts <number>",
    "name": "maxAttempts",
    "description": "how often a request is tried in all, where a run was free or is known to have cost nothing (default: 3)"
  },
  {
    "flag": "--run-timeout <duration>",
    "name": "runTimeout",
    "description": "how long one run may take (default: 10m)"
  },
  {
    "flag": "--lease <duration>",
    "name": "lease",
    "description": "after how long a request of a worker that is gone is taken over by another, with Postgres (default: 30s)"
  },
  {
    "flag": "--max-upload <size>",
    "name": "maxUpload",
    "description": "the largest file that may be uploaded (default: 256MiB)"
  },
  {
    "flag": "--retention <duration>",
    "name": "retention",
    "description": "how long the input and the outputs of a request are kept after it has ended, and uploads after they have arrived (default: 7d)"
  },
  {
    "flag": "--cors-origins <origins>",
    "name": "corsOrigins",
    "description": "origins whose pages may call from a browser, such as https://app.example, or * for all (default: none)"
  },
  {
    "flag": "--console",
    "name": "console",
    "description": "whether the console, a web app with a playground and a reference for each model, is served at / (default: true)",
    "negatable": true
  },
  {
    "flag": "--metrics <open|key|off>",
    "name": "metrics",
    "description": "who may read /metrics (default: open on loopback without a publicUrl, else key)"
  },
  {
    "flag": "--log-level <debug|info|warn|error|silent>",
    "name": "logLevel",
    "description": "the least that is logged (default: info)"
  },
  {
    "flag": "--log-format <auto|json|text>",
    "name": "logFormat",
    "description": "json is one JSON object a line, text is for people, auto is text on a terminal and json elsewhere (default: auto)"
  },
  {
    "flag": "--log-prompts",
    "name": "logPrompts",
    "description": "whether the prompts of submits are logged",
    "negatable": true
  },
  {
    "flag": "--shutdown-grace <duration>",
    "name": "shutdownGrace",
    "description": "how long running work and answers under way may take to end when the server is told to stop (default: 10s)"
  },
  {
    "flag": "--simulate <what>",
    "name": "simulate",
    "description": "what the server pretends, so that callers can be tested in every state, such as latency=1s..5s, queue=3, fail=0.1 (default: off)"
  },
  {
    "flag": "--allow-loopback-media",
    "name": "allowLoopbackMedia",
    "description": "whether media inputs and webhooks may be http: URLs on loopback (default: true on loopback without a publicUrl, else false)",
    "negatable": true
  }
];

/** The flag that names the configuration file. */
export const configFlag = {
  "flag": "--config <file>",
  "description": "configuration file, JSON (default: model-api.config.json, if it is there)"
} as const;

/** What is never a flag: where it is said instead, by setting. */
export const serveSecrets: Readonly<Record<string, string>> = {
  "postgresUrl": "MODEL_API_POSTGRES_URL",
  "s3AccessKeyId": "MODEL_API_S3_ACCESS_KEY_ID",
  "s3SecretAccessKey": "MODEL_API_S3_SECRET_ACCESS_KEY",
  "upstreamToken": "MODEL_API_UPSTREAM_TOKEN"
};
