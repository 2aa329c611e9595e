import type { Flag } from "./command.js";

export const BASE_URL: Flag = {
  flag: "--base-url <url>",
  description: "where the API is (or RUNCOMFY_MODEL_API_BASE)",
  group: "common",
};

export const JSON_FLAG: Flag = {
  flag: "--json",
  description: "print one JSON object on stdout, and nothing else",
  group: "common",
};

export const NDJSON: Flag = {
  flag: "--ndjson",
  description: "print events as they happen on stdout, one JSON object a line",
  group: "common",
};

export const NO_COLOR: Flag = {
  flag: "--no-color",
  description: "plain text; NO_COLOR and FORCE_COLOR are heeded as well",
  group: "common",
};

export const HELP: Flag = { flag: "--help", description: "show this", group: "common" };

/** What every command that calls the server takes. */
export const CONNECTION: readonly Flag[] = [JSON_FLAG, BASE_URL, NO_COLOR];

export const OUTPUT_DIR: Flag = {
  flag: "--output-dir <path>",
  description: "where the output files go, made where it is missing",
  default: ".",
  values: "files",
};

export const NO_DOWNLOAD: Flag = {
  flag: "--no-download",
  description: "print URLs instead of downloading",
};

export const OPEN: Flag = {
  flag: "--open",
  description: "open what was made with the program that is meant for it",
};

export const TIMEOUT: Flag = {
  flag: "--timeout <seconds>",
  description: "stop waiting after this long; the request goes on",
};
