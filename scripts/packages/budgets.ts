/** What an import may cost a page, and what must not come with it. `npm run bench -- size` compares with others. */
export interface Budget {
  readonly what: string;
  /** The built file, from the root. */
  readonly path: string;
  /** As after `import`: `*`, or names in braces. */
  readonly import: string;
  /** Bytes, minified, gzip -9. */
  readonly limit: number;
  /** Imports that are left out: peers, and what is loaded only when it is needed. */
  readonly ignore?: readonly string[];
  /** Texts that must not be in it. */
  readonly absent?: readonly string[];
}

/** Built-ins of Node, their globals, and code made of text, which a strict Content Security Policy refuses. */
const NOT_FOR_PAGES = ["node:", "require(", "Buffer.from", "process.env", "new Function", "eval("];
/** The generator's tools, and what only it and the server know of a model. */
const CATALOG = ["Ajv", "x-file-rules", "x-derived-from", "input_schema", "additionalProperties", "21:9"];
/** What the client loads by dynamic imports; see docs/decisions/0024-core-and-extras.md. */
const LATER = ["./extras.js", "@model-api/models/*"];
const PEERS = ["react", "@tanstack/react-query"];
const CLIENT = ["@model-api/client", "@model-api/models"];

export const BUDGETS: readonly Budget[] = [
  {
    what: "client: everything, at first",
    path: "packages/client/dist/index.js",
    import: "*",
    limit: 5_600,
    ignore: LATER,
    absent: [...NOT_FOR_PAGES, ...CATALOG],
  },
  {
    what: "client: enough to run a model",
    path: "packages/client/dist/index.js",
    import: "{ createClient }",
    limit: 5_000,
    ignore: LATER,
    absent: [...NOT_FOR_PAGES, ...CATALOG, "data:", "presign"],
  },
  {
    what: "client/lean: everything, in one file",
    path: "packages/client/dist/lean.js",
    import: "*",
    limit: 10_800,
    absent: [...NOT_FOR_PAGES, "Ajv", "21:9"],
  },
  {
    what: "client: what it loads when it needs more",
    path: "packages/client/dist/extras.js",
    import: "*",
    limit: 5_200,
    ignore: ["@model-api/models/*"],
    absent: [...NOT_FOR_PAGES, "Ajv", "21:9"],
  },
  {
    what: "client/proxy: everything",
    path: "packages/client/dist/proxy/index.js",
    import: "*",
    limit: 8_400,
    absent: [...NOT_FOR_PAGES, ...CATALOG, "SubmissionUnknown"],
  },
  {
    what: "client/webhooks: everything",
    path: "packages/client/dist/webhooks/index.js",
    import: "*",
    limit: 2_000,
    absent: [...NOT_FOR_PAGES, ...CATALOG, "SubmissionUnknown"],
  },
  {
    what: "react: everything, without its peers and the client",
    path: "packages/react/dist/index.js",
    import: "*",
    limit: 4_000,
    ignore: [...PEERS, ...CLIENT],
    absent: [...NOT_FOR_PAGES, "createObjectURL", "dangerouslySetInnerHTML"],
  },
  {
    what: "react: enough to run a model",
    path: "packages/react/dist/index.js",
    import: "{ ModelApiProvider, useModel }",
    limit: 3_500,
    ignore: [...PEERS, ...CLIENT],
    absent: [...NOT_FOR_PAGES, "createObjectURL"],
  },
  {
    what: "react/form: everything",
    path: "packages/react/dist/form/index.js",
    import: "*",
    limit: 7_300,
    ignore: [...PEERS, ...CLIENT],
    absent: NOT_FOR_PAGES,
  },
  {
    what: "models: the table of all models",
    path: "packages/models/src/generated/index.js",
    import: "{ models }",
    limit: 2_200,
    absent: [...NOT_FOR_PAGES, "Ajv", "21:9", "minItems"],
  },
  {
    what: "models: the validator of one model",
    path: "packages/models/src/generated/models/openai/gpt-image-2/edit.js",
    import: "{ validator }",
    limit: 1_800,
    absent: [...NOT_FOR_PAGES, "Ajv", "display_name", "x-derived-from"],
  },
];
