import type { CommandEntry } from "./command.js";
import { BASE_URL, CONNECTION, JSON_FLAG, NO_COLOR } from "./common-flags.js";

export const account: readonly CommandEntry[] = [
  {
    name: "login",
    summary: "ask for a token, check it with the server, keep it for this user only",
    details: "Asks without echo on a terminal; elsewhere the token is read from standard input.",
    flags: [
      { flag: "--no-verify", description: "keep it without asking the server, which costs nothing" },
      ...CONNECTION,
    ],
    examples: ["model-api login", "pass show runcomfy | model-api login"],
    load: async () => (await import("../commands/login.js")).login,
  },
  {
    name: "logout",
    summary: "remove the token that login has kept",
    flags: [JSON_FLAG, NO_COLOR],
    load: async () => (await import("../commands/logout.js")).logout,
  },
  {
    name: "whoami",
    summary: "which token is in use, where it comes from, whether the server takes it",
    flags: CONNECTION,
    load: async () => (await import("../commands/whoami.js")).whoami,
  },
  {
    name: "doctor",
    summary: "look at what a run needs on this machine, and say what to mend",
    flags: [JSON_FLAG, BASE_URL, NO_COLOR],
    load: async () => (await import("../commands/doctor.js")).doctor,
  },
];
