import type { ConfigSchema, Setting } from "./config-schema.js";

/** `docs/configuration.md`: every setting once, in a table. */
export function emitConfigDocs({ file, settings }: ConfigSchema): string {
  const rows = settings.map((setting) =>
    [
      code(setting.name),
      setting.flag === undefined ? "—" : code(flagOf(setting)),
      code(setting.env),
      defaultOf(setting),
      cell(`${setting.description}${limitsOf(setting)}`),
    ].join(" | "),
  );
  return `<!-- Generated from schemas/server-config.schema.json by \`pnpm codegen\`. Do not edit. -->

# Configuration of the server

\`model-api serve\` takes each setting from a flag, an environment variable, a file, or its default; the first that says it counts, in this order.

The file is \`${file.default}\` in the working directory, where there is one, or the one that \`--${file.flag}\` or \`${file.env}\` names. It is a JSON
object whose keys are the names of the settings:

\`\`\`json
{
  "port": 8080,
  "retention": "30d",
  "corsOrigins": ["https://app.example"]
}
\`\`\`

- A duration has a unit: \`500ms\`, \`30s\`, \`10m\`, \`24h\`, \`7d\`. A size as well: \`512KiB\`, \`64MiB\`, \`2GiB\` (1024), or \`kB\`, \`MB\`, \`GB\` (1000).
- A switch is \`true\` or \`false\` in the file and in the environment; as a flag it is \`--log-prompts\` or \`--no-log-prompts\`.
- A list is an array in the file; elsewhere its items are separated by commas.
- What has no flag is a secret: a command line is seen by every process of the machine. It is never printed, by errors either.
- An empty environment variable counts as not set, except \`MODEL_API_SIMULATE\`.

| setting, and key in the file | flag | environment variable | default | meaning |
| --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join("\n")}

## One process, or any number

Without a Postgres URL a server is one process: SQLite and files in the data folder, which it locks. A bucket moves the files to S3.

With a Postgres URL and a bucket, any number of processes share the work, each with the role \`all\`, \`api\` or \`worker\`. Without a bucket files are kept in
the data folder, which only one machine sees; \`api\` and \`worker\` are therefore refused until \`dataFolderShared\` says that the folder is one that all
of them see, such as a network volume. Two processes with the role \`all\` on one Postgres need a bucket or a shared folder just as much, and
cannot be told apart from one: nothing refuses them.

## Keys

On loopback, the first start makes a key with all scopes and prints it once. On any other address the server does not start until there is a key:
make one with \`model-api keys create --name … --scopes submit,read,admin\`, which needs no running server and takes the same
settings (\`--data\`, \`--${file.flag}\`, and the variables). A process that only works needs none: it answers nothing that
is worth one, but its metrics.
`;
}

function flagOf({ flag, kind, value }: Setting): string {
  return kind === "boolean" ? `--${flag}` : `--${flag} <${value}>`;
}

function defaultOf({ default: value, defaultText }: Setting): string {
  if (defaultText !== undefined) return cell(defaultText);
  if (value === undefined) return "";
  return code(Array.isArray(value) ? value.join(",") : String(value));
}

function limitsOf({ minimum, maximum }: Setting): string {
  if (minimum !== undefined && maximum !== undefined) return ` From ${minimum} to ${maximum}.`;
  if (minimum !== undefined) return ` At least ${minimum}.`;
  return maximum === undefined ? "" : ` At most ${maximum}.`;
}

function code(text: string): string {
  return `\`${cell(text)}\``;
}

/** A bar would end the cell of a table. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
