import type { CommandEntry, Flag } from "./command.js";
import { JSON_FLAG } from "./common-flags.js";

/** The settings of a server are many; they are loaded where a page or a parser needs them. */
const settings = (only?: readonly string[]) => async () =>
  (await import("./server-flags.js")).serverFlags(only);

const ofData: { moreFlags: () => Promise<readonly Flag[]> } = { moreFlags: settings(["dataFolder"]) };

export const server: readonly CommandEntry[] = [
  {
    name: "serve",
    summary: "serve the Model API on this machine, free and offline",
    details: "docs/configuration.md tells all of its settings.",
    flags: [
      { flag: "--new-token", description: "make and print another token" },
      { flag: "--json", description: "print url and token as one JSON line" },
    ],
    moreFlags: settings(),
    load: async () => {
      const { serve } = await import("../commands/serve.js");
      return (_, flags) => serve({ newToken: false, json: false, ...flags });
    },
  },
  {
    name: "keys",
    summary: "API keys of a server of your own, while it runs or before",
    flags: [],
    commands: [
      {
        name: "create",
        summary: "makes a key; its token is shown once",
        ...ofData,
        flags: [
          { flag: "--name <name>", description: "what its owner calls it", isRequired: true },
          { flag: "--scopes <list>", description: "of submit, read and admin (default: submit,read)" },
          { flag: "--expires <when>", description: "such as 30d, or a date (default: never)" },
          { flag: "--rate-limit <n/min>", description: "submits a minute (default: unlimited)" },
          {
            flag: "--max-open <number>",
            description: "requests queued and running at once (default: unlimited)",
          },
          {
            flag: "--models <list>",
            description: "which it may use, such as openai/*,acme/* (default: all)",
          },
          {
            flag: "--provider-key <provider=VARIABLE>",
            description:
              "a secret for an engine's service, and the variable that holds it, such as openai=OPENAI_API_KEY; repeatable",
            isRepeatable: true,
          },
          JSON_FLAG,
        ],
        load: async () => {
          const { createKey } = await import("../commands/keys.js");
          return (_, flags) => createKey({ name: "", json: false, ...flags });
        },
      },
      {
        name: "list",
        summary: "all keys, without their tokens",
        ...ofData,
        flags: [JSON_FLAG],
        load: async () => {
          const { listKeys } = await import("../commands/keys.js");
          return (_, flags) => listKeys({ json: false, ...flags });
        },
      },
      {
        name: "revoke",
        summary: "refuses a key from now on",
        arguments: [{ argument: "<id>", description: "id of the key" }],
        ...ofData,
        flags: [JSON_FLAG],
        load: async () => {
          const { revokeKey } = await import("../commands/keys.js");
          return ([id = ""], flags) => revokeKey(id, { json: false, ...flags });
        },
      },
      {
        name: "usage",
        summary: "what keys have used, by day, key and model",
        ...ofData,
        flags: [
          { flag: "--since <when>", description: "so long ago, or a date", default: "30d" },
          { flag: "--key <id>", description: "only of this key" },
          JSON_FLAG,
        ],
        load: async () => {
          const { usage } = await import("../commands/keys.js");
          return (_, flags) => usage({ since: "30d", json: false, ...flags });
        },
      },
    ],
  },
];
