// Generated from schemas/ by `pnpm codegen`. Do not edit.

/** How a server is configured. */
export interface ServerConfig {
  /** Port to listen on; 0 takes a free one. @default 8787 */
  readonly port: number;
  /** Address to listen on. Anything but loopback is refused while there is no key that is good. @default "127.0.0.1" */
  readonly host: string;
  /** Folder for the database, the outputs and the uploads; made where it is missing. With Postgres and S3 it is not used. @default ".model-api" */
  readonly dataFolder: string;
  /** Says that the data folder is one that all processes see, such as a network volume; lets several processes keep files in it when there is Postgres and no bucket. @default false */
  readonly dataFolderShared: boolean;
  /** What URLs in answers begin with, such as https://models.example. Say it when the server stands behind a proxy. @default the origin that the caller used */
  readonly publicUrl?: string | undefined;
  /** What this process does: `api` answers calls and runs no work, `worker` runs work and answers only /healthz, /readyz and /metrics, `all` does both. `api` and `worker` need Postgres. @default "all" */
  readonly role: "all" | "api" | "worker";
  /** Where the requests, keys and usage are kept, such as postgres://user:password@host/name, so that several processes share them. @default SQLite in the data folder */
  readonly postgresUrl?: string | undefined;
  /** Bucket of Amazon S3, or of a service that speaks its protocol, for outputs and uploads. @default the data folder */
  readonly s3Bucket?: string | undefined;
  /** What the keys of this server begin with in the bucket, so that it may be shared. @default none */
  readonly s3Prefix?: string | undefined;
  /** Region of the bucket. @default `AWS_REGION`; with an endpoint, us-east-1 */
  readonly s3Region?: string | undefined;
  /** Where a service that speaks S3 is reached, such as https://minio.example:9000. @default Amazon S3 */
  readonly s3Endpoint?: string | undefined;
  /** Whether the bucket is named in the path, not in the host. @default true with an endpoint, else false */
  readonly s3ForcePathStyle?: boolean | undefined;
  /** Given together with s3SecretAccessKey. @default what the AWS SDK finds: environment, profile, role of the machine */
  readonly s3AccessKeyId?: string | undefined;
  /** Given together with s3AccessKeyId. @default as with s3AccessKeyId */
  readonly s3SecretAccessKey?: string | undefined;
  /** What runs the requests, the first that serves a model: `local` (pictures without a network), `placeholder` (tiny samples at once, for tests), `openai` (your key), `comfyui:./comfyui.json` (your GPU), `upstream` (the hosted service), `replay` (what was recorded of it), or a module of yours such as `./my-engine.ts`. `acme/*=./my-engine.ts` is for the models of the pattern only. @default `replay` where that is set, else `upstream` where record is set, else `local` */
  readonly engines?: readonly string[] | undefined;
  /** Where the engine `upstream` forwards requests to: a server that speaks this API. @default the hosted service */
  readonly upstreamUrl?: string | undefined;
  /** The token that the engine `upstream` pays with. It is sent to upstreamUrl and nowhere else. @default `RUNCOMFY_TOKEN` */
  readonly upstreamToken?: string | undefined;
  /** Folder that the engine `upstream` writes a cassette of each request to. @default nothing is recorded */
  readonly record?: string | undefined;
  /** Whether cassettes hold prompts, and the other texts of inputs, as hashes only. @default false */
  readonly redactPrompts: boolean;
  /** Folder of cassettes that the engine `replay` answers from, without a network. @default nothing is played */
  readonly replay?: string | undefined;
  /** How fast recorded time passes: 1 as it was, 10 ten times as fast, `instant` without any waiting. @default "instant" */
  readonly replaySpeed: string;
  /** What answers a request that was never recorded: `error` refuses the submit and names the nearest cassette, `upstream` forwards it (and records it, where record is set), `local` gives it to the local engine. @default "error" */
  readonly onMiss: "error" | "upstream" | "local";
  /** Runs at the same time, in this process. @default 2; 64 where every engine only waits for a service of its own */
  readonly concurrency?: number | undefined;
  /** How often a request is tried in all, where a run was free or is known to have cost nothing. @default 3 */
  readonly maxAttempts: number;
  /** How long one run may take. Milliseconds. @default "10m" */
  readonly runTimeout: number;
  /** After how long a request of a worker that is gone is taken over by another, with Postgres. Milliseconds. @default "30s" */
  readonly lease: number;
  /** The largest file that may be uploaded. Bytes. @default "256MiB" */
  readonly maxUpload: number;
  /** How long the input and the outputs of a request are kept after it has ended, and uploads after they have arrived; 0 keeps them for ever. Milliseconds. @default "7d" */
  readonly retention: number;
  /** Origins whose pages may call from a browser, such as https://app.example, or `*` for all. @default none */
  readonly corsOrigins: readonly string[];
  /** Whether the console, a web app with a playground and a reference for each model, is served at /. On loopback without a publicUrl it is handed a key; elsewhere people sign in with theirs. @default true */
  readonly console: boolean;
  /** Who may read /metrics: `open` is everyone who reaches the server, `key` is whoever has a key with the scope admin, `off` is nobody. @default `open` on loopback without a publicUrl, else `key` */
  readonly metrics?: "open" | "key" | "off" | undefined;
  /** The least that is logged. @default "info" */
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  /** `json` is one JSON object a line, `text` is for people, `auto` is text on a terminal and json elsewhere. Logs go to stderr. @default "auto" */
  readonly logFormat: "auto" | "json" | "text";
  /** Whether the prompts of submits are logged. @default false */
  readonly logPrompts: boolean;
  /** How long running work and answers under way may take to end when the server is told to stop; what is left goes back into the queue. A second signal ends it at once. Milliseconds. @default "10s" */
  readonly shutdownGrace: number;
  /** What the server pretends, so that callers can be tested in every state, such as `latency=1s..5s, queue=3, fail=0.1`. An empty text pretends nothing by itself, and lets calls ask for it by the header `Model-Api-Simulate`. @default off */
  readonly simulate?: string | undefined;
  /** Whether media inputs and webhooks may be `http:` URLs on loopback. Safe only where nobody else can reach the server. @default true on loopback without a publicUrl, else false */
  readonly allowLoopbackMedia?: boolean | undefined;
}

/** The file that settings are read from, and how another one is named. */
export const configFile = {
  "flag": "config",
  "env": "MODEL_API_CONFIG",
  "default": "model-api.config.json"
} as const;

/** One setting, and where it is read from. */
export interface Setting {
  /** Its key in the file. */
  readonly name: keyof ServerConfig;
  readonly kind: "string" | "integer" | "boolean" | "duration" | "size" | "list";
  /** A secret has none. */
  readonly flag?: string;
  readonly env: string;
  /** Never to be printed. */
  readonly secret?: boolean;
  /** As it is written in the file. */
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  /** What is allowed, where the pattern does not say it to a person. */
  readonly allowed?: string;
  readonly minimum?: number | string;
  readonly maximum?: number | string;
}

export const settings: readonly Setting[] = [
  {
    "name": "port",
    "kind": "integer",
    "default": 8787,
    "flag": "port",
    "env": "MODEL_API_PORT",
    "minimum": 0,
    "maximum": 65535
  },
  {
    "name": "host",
    "kind": "string",
    "default": "127.0.0.1",
    "flag": "host",
    "env": "MODEL_API_HOST"
  },
  {
    "name": "dataFolder",
    "kind": "string",
    "default": ".model-api",
    "flag": "data",
    "env": "MODEL_API_DATA"
  },
  {
    "name": "dataFolderShared",
    "kind": "boolean",
    "default": false,
    "flag": "data-folder-shared",
    "env": "MODEL_API_DATA_FOLDER_SHARED"
  },
  {
    "name": "publicUrl",
    "kind": "string",
    "flag": "public-url",
    "env": "MODEL_API_PUBLIC_URL",
    "pattern": "^https?://[^\\s/?#]+[^\\s?#]*$",
    "allowed": "an http or https URL such as https://models.example"
  },
  {
    "name": "role",
    "kind": "string",
    "default": "all",
    "flag": "role",
    "env": "MODEL_API_ROLE",
    "enum": [
      "all",
      "api",
      "worker"
    ]
  },
  {
    "name": "postgresUrl",
    "kind": "string",
    "env": "MODEL_API_POSTGRES_URL",
    "pattern": "^postgres(ql)?://[^\\s]+$",
    "allowed": "a URL such as postgres://user:password@host/name",
    "secret": true
  },
  {
    "name": "s3Bucket",
    "kind": "string",
    "flag": "s3-bucket",
    "env": "MODEL_API_S3_BUCKET"
  },
  {
    "name": "s3Prefix",
    "kind": "string",
    "flag": "s3-prefix",
    "env": "MODEL_API_S3_PREFIX"
  },
  {
    "name": "s3Region",
    "kind": "string",
    "flag": "s3-region",
    "env": "MODEL_API_S3_REGION"
  },
  {
    "name": "s3Endpoint",
    "kind": "string",
    "flag": "s3-endpoint",
    "env": "MODEL_API_S3_ENDPOINT",
    "pattern": "^https?://[^\\s/?#]+[^\\s?#]*$",
    "allowed": "an http or https URL such as https://minio.example:9000"
  },
  {
    "name": "s3ForcePathStyle",
    "kind": "boolean",
    "flag": "s3-force-path-style",
    "env": "MODEL_API_S3_FORCE_PATH_STYLE"
  },
  {
    "name": "s3AccessKeyId",
    "kind": "string",
    "env": "MODEL_API_S3_ACCESS_KEY_ID",
    "secret": true
  },
  {
    "name": "s3SecretAccessKey",
    "kind": "string",
    "env": "MODEL_API_S3_SECRET_ACCESS_KEY",
    "secret": true
  },
  {
    "name": "engines",
    "kind": "list",
    "flag": "engine",
    "env": "MODEL_API_ENGINES",
    "pattern": "^([^=]+=)?[^=]+$",
    "allowed": "engines such as local, ./my-engine.ts or acme/*=./my-engine.ts"
  },
  {
    "name": "upstreamUrl",
    "kind": "string",
    "flag": "upstream-url",
    "env": "MODEL_API_UPSTREAM_URL",
    "pattern": "^https?://[^\\s/?#]+[^\\s?#]*$",
    "allowed": "an http or https URL such as https://models.example"
  },
  {
    "name": "upstreamToken",
    "kind": "string",
    "env": "MODEL_API_UPSTREAM_TOKEN",
    "secret": true
  },
  {
    "name": "record",
    "kind": "string",
    "flag": "record",
    "env": "MODEL_API_RECORD"
  },
  {
    "name": "redactPrompts",
    "kind": "boolean",
    "default": false,
    "flag": "redact-prompts",
    "env": "MODEL_API_REDACT_PROMPTS"
  },
  {
    "name": "replay",
    "kind": "string",
    "flag": "replay",
    "env": "MODEL_API_REPLAY"
  },
  {
    "name": "replaySpeed",
    "kind": "string",
    "default": "instant",
    "flag": "replay-speed",
    "env": "MODEL_API_REPLAY_SPEED",
    "pattern": "^(instant|0*[1-9]\\d*(\\.\\d+)?|0*\\.\\d*[1-9]\\d*|0+\\.\\d*[1-9]\\d*)$",
    "allowed": "`instant`, or a number greater than 0 such as 1 or 2.5"
  },
  {
    "name": "onMiss",
    "kind": "string",
    "default": "error",
    "flag": "on-miss",
    "env": "MODEL_API_ON_MISS",
    "enum": [
      "error",
      "upstream",
      "local"
    ]
  },
  {
    "name": "concurrency",
    "kind": "integer",
    "flag": "concurrency",
    "env": "MODEL_API_CONCURRENCY",
    "minimum": 1,
    "maximum": 1000
  },
  {
    "name": "maxAttempts",
    "kind": "integer",
    "default": 3,
    "flag": "max-attempts",
    "env": "MODEL_API_MAX_ATTEMPTS",
    "minimum": 1,
    "maximum": 100
  },
  {
    "name": "runTimeout",
    "kind": "duration",
    "default": "10m",
    "flag": "run-timeout",
    "env": "MODEL_API_RUN_TIMEOUT",
    "minimum": "1s"
  },
  {
    "name": "lease",
    "kind": "duration",
    "default": "30s",
    "flag": "lease",
    "env": "MODEL_API_LEASE",
    "minimum": "3s"
  },
  {
    "name": "maxUpload",
    "kind": "size",
    "default": "256MiB",
    "flag": "max-upload",
    "env": "MODEL_API_MAX_UPLOAD",
    "minimum": "1B"
  },
  {
    "name": "retention",
    "kind": "duration",
    "default": "7d",
    "flag": "retention",
    "env": "MODEL_API_RETENTION"
  },
  {
    "name": "corsOrigins",
    "kind": "list",
    "default": [],
    "flag": "cors-origins",
    "env": "MODEL_API_CORS_ORIGINS",
    "pattern": "^(\\*|https?://[^\\s/?#]+)$",
    "allowed": "`*`, or origins such as https://app.example without a path"
  },
  {
    "name": "console",
    "kind": "boolean",
    "default": true,
    "flag": "console",
    "env": "MODEL_API_CONSOLE"
  },
  {
    "name": "metrics",
    "kind": "string",
    "flag": "metrics",
    "env": "MODEL_API_METRICS",
    "enum": [
      "open",
      "key",
      "off"
    ]
  },
  {
    "name": "logLevel",
    "kind": "string",
    "default": "info",
    "flag": "log-level",
    "env": "MODEL_API_LOG_LEVEL",
    "enum": [
      "debug",
      "info",
      "warn",
      "error",
      "silent"
    ]
  },
  {
    "name": "logFormat",
    "kind": "string",
    "default": "auto",
    "flag": "log-format",
    "env": "MODEL_API_LOG_FORMAT",
    "enum": [
      "auto",
      "json",
      "text"
    ]
  },
  {
    "name": "logPrompts",
    "kind": "boolean",
    "default": false,
    "flag": "log-prompts",
    "env": "MODEL_API_LOG_PROMPTS"
  },
  {
    "name": "shutdownGrace",
    "kind": "duration",
    "default": "10s",
    "flag": "shutdown-grace",
    "env": "MODEL_API_SHUTDOWN_GRACE"
  },
  {
    "name": "simulate",
    "kind": "string",
    "flag": "simulate",
    "env": "MODEL_API_SIMULATE"
  },
  {
    "name": "allowLoopbackMedia",
    "kind": "boolean",
    "flag": "allow-loopback-media",
    "env": "MODEL_API_ALLOW_LOOPBACK_MEDIA"
  }
];
