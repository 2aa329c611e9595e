import type { CommandEntry } from "./command.js";
import { BASE_URL, CONNECTION, JSON_FLAG, NO_COLOR } from "./common-flags.js";

const OUT = {
  flag: "--out <folder>",
  description: "folder for what is generated",
  default: "model-api",
  values: "files",
} as const;
const MODEL = { argument: "<model>", description: "model id", values: "models" } as const;

export const catalog: readonly CommandEntry[] = [
  {
    name: "models",
    summary: "the models of the server in use, with kind and price",
    arguments: [{ argument: "[search]", description: "words that the id, the name or the description has" }],
    flags: [{ flag: "--category <name>", description: "only models of this category" }, ...CONNECTION],
    examples: ["model-api models", "model-api models 'image to video' --json"],
    load: async () => (await import("../commands/models.js")).models,
    commands: [
      {
        name: "show",
        summary: "one model: what it does, what it costs, its fields",
        arguments: [MODEL],
        flags: CONNECTION,
        load: async () => (await import("../commands/models-show.js")).show,
      },
    ],
  },
  {
    name: "schema",
    summary: "the input schema of a model",
    details: "Of the server in use where the installed catalog does not know the model.",
    arguments: [MODEL],
    flags: [{ flag: "--ts", description: "as TypeScript types" }, JSON_FLAG, BASE_URL, NO_COLOR],
    examples: ["model-api schema openai/gpt-image-2/edit", "model-api schema openai/gpt-image-2/edit --ts"],
    load: async () => (await import("../commands/schema.js")).schema,
  },
  {
    name: "types",
    summary: "types and validators for models of your own, generated into your project",
    flags: [],
    commands: [
      {
        name: "add",
        summary: "adds models, and generates",
        arguments: [{ argument: "<sources...>", description: "model ids, files or URLs", values: "models" }],
        flags: [OUT, BASE_URL],
        load: async () => (await import("../commands/types.js")).addTypes,
      },
      {
        name: "sync",
        summary: "reads every source again, and generates what has changed",
        flags: [OUT, BASE_URL],
        load: async () => (await import("../commands/types.js")).syncTypes,
      },
      {
        name: "check",
        summary: "fails when a source has drifted from what was generated; for CI",
        flags: [OUT, BASE_URL],
        load: async () => (await import("../commands/types.js")).checkTypes,
      },
    ],
  },
];
