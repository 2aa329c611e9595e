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
    details:
      "It speaks the Model Context Protocol on standard input and output, or over HTTP. Nothing that costs anything is submitted without --allow-paid.",
    flags: [
      { flag: "--allow-paid", description: "submit what costs something, where its price is known" },
      { flag: "--max-cost-usd <usd>", description: "refuse a request that is estimated to cost more" },
      {
        flag: "--max-session-cost-usd <usd>",
        description: "refuse what would take all requests since the start beyond this",
      },
      {
        flag: "--allow-unknown-price",
        description: "with --allow-paid, also submit what has no known price",
      },
      {
        flag: "--free-server",
        description: "the server is your own, and neither it nor its engines charge anything",
      },
      {
        flag: "--model <pattern>",
        description: "only models whose id fits, such as 'openai/*'; may be given several times",
        isRepeatable: true,
        values: "models",
      },
      {
        flag: "--root <folder>",
        description: "local files of this folder may be inputs; may be given several times",
        isRepeatable: true,
        values: "files",
      },
      {
        flag: "--http <port>",
        description: "serve over HTTP on this port, 0 for a free one, instead of standard input and output",
      },
      { flag: "--host <address>", description: "where to listen", default: "127.0.0.1" },
      {
        flag: "--allow-host <name>",
        description: "another name by which it may be called; may be given several times",
        isRepeatable: true,
      },
      NO_COLOR,
    ],
    examples: ["model-api mcp --free-server --root .", "model-api mcp --allow-paid --max-cost-usd 0.50"],
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
