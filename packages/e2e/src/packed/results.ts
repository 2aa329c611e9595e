/** What a check of a row came to: it passed, or why it did not. */
export type Outcome = { readonly passed: true } | { readonly passed: false; readonly because: string };

/** One place that the packages were installed into, with what was tried there. */
export interface Row {
  readonly group: "runtimes" | "compilers" | "package managers";
  readonly name: string;
  readonly checks: Readonly<Record<string, Outcome>>;
}

const GROUPS: readonly Row["group"][] = ["runtimes", "compilers", "package managers"];

/** Tries something; a failure is an outcome, so that the other rows are tried as well. */
export async function attempt(action: () => Promise<unknown>): Promise<Outcome> {
  try {
    await action();
    return { passed: true };
  } catch (error) {
    return { passed: false, because: error instanceof Error ? error.message : String(error) };
  }
}

export const failuresOf = ({ name, checks }: Row): string[] =>
  Object.entries(checks).flatMap(([check, outcome]) =>
    outcome.passed ? [] : [`${name}, ${check}: ${outcome.because}`],
  );

const BEGIN = "<!-- made by npm run test:extended; do not edit -->";

/** The table of a group in Markdown, with a column for each check that some row of it has. */
export function tableOf(rows: readonly Row[], group: Row["group"]): string[] {
  const own = rows.filter((row) => row.group === group);
  const columns = [...new Set(own.flatMap(({ checks }) => Object.keys(checks)))];
  const cell = (outcome: Outcome | undefined) => (outcome ? (outcome.passed ? "✓" : "fails") : "–");
  return [
    `| ${[group.replace(/s$/, ""), ...columns].join(" | ")} |`,
    `| --- |${" :-: |".repeat(columns.length)}`,
    ...own.map(
      ({ name, checks }) => `| ${[name, ...columns.map((column) => cell(checks[column]))].join(" | ")} |`,
    ),
  ];
}

/** docs/compatibility.md. */
export function compatibilityPage(rows: readonly Row[]): string {
  const sections = GROUPS.map((group) =>
    [`## ${heading(group)}`, "", WORDS[group], "", ...tableOf(rows, group), ""].join("\n"),
  );
  return [PREFACE, ...sections].join("\n");
}

const PREFACE = `${BEGIN}

# Where the packages run

\`npm run test:extended\` publishes the packages into a registry on the machine, installs them from there into empty projects, and uses them against
a real server, which is \`model-api serve\` as installed. These tables are what came out of the last run. A dash: not tried, since it is not meant for that.
`;

const WORDS: Readonly<Record<Row["group"], string>> = {
  runtimes:
    "`client`: runs a model, fetches its file, checks inputs, lists models, refuses a stranger at the proxy. `node`: a local file as input, a download. `react`: the hooks rendered on a server; in Chromium, a run in a page. `ai-sdk`: the provider in `generateImage`. `tools`: a server inside of a test, code generation, the tools for agents. `server`: `model-api serve` itself, and `model-api run`, on that runtime.",
  compilers:
    "A program that uses every package compiles, and a misspelt id, field or value does not. Lax: without `strict`. The declarations of `client` and `models` are checked as well (`skipLibCheck: false`).",
  "package managers":
    "All packages installed together, no install script allowed; then `model-api --version`, a server, and a run of a model.",
};

const heading = (text: string) => `${text[0]?.toUpperCase()}${text.slice(1)}`;
