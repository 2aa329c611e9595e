import type { CommandEntry } from "./command.js";
import { NO_COLOR } from "./common-flags.js";

export const shell: readonly CommandEntry[] = [
  {
    name: "completion",
    summary: "completion of commands, flags, model ids and values for a shell",
    arguments: [{ argument: "<shell>", description: "bash, zsh or fish", values: ["bash", "zsh", "fish"] }],
    flags: [],
    examples: [
      'eval "$(model-api completion bash)"      # in ~/.bashrc',
      'eval "$(model-api completion zsh)"       # in ~/.zshrc, after compinit',
      "model-api completion fish > ~/.config/fish/completions/model-api.fish",
    ],
    load: async () => (await import("../commands/completion.js")).completion,
  },
  {
    name: "mcp",
    summary: "serve the models as tools to an agent (needs @model-api/mcp)",
    flags: [NO_COLOR],
    load: async () => (await import("../commands/mcp.js")).mcp,
  },
  {
    name: "__complete",
    summary: "what the completion scripts call",
    isHidden: true,
    arguments: [
      { argument: "<shell>", description: "the shell that asks" },
      { argument: "[words...]", description: "the command line so far" },
    ],
    flags: [],
    load: async () => (await import("../commands/completion.js")).complete,
  },
];
