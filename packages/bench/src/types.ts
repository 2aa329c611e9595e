import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, timeProcess } from "./measure.js";
import { printRows, times } from "./report.js";
import { NODE, REPOSITORY } from "./repository.js";
import { syntheticRoot } from "./synthetic.js";
import { measureCompletions } from "./tsserver.js";

const CODEGEN = ["--import", "tsx", "--conditions=@model-api/source", "scripts/codegen/main.ts"];
const EDIT = "openai/gpt-image-2/edit";

/** Ten typed calls, through the full registry. */
const FULL = `import { createClient } from "@model-api/client";
const client = createClient();
${Array.from({ length: 10 }, (_, i) => `client.run("${EDIT}", { prompt: "${i}", images: ["https://a/b"], resolution: "2k" });`).join("\n")}
`;
const LEAN = FULL.replace('"@model-api/client"', '"@model-api/client/lean"').replace(
  "\n",
  `\nimport type {} from "@model-api/models/${EDIT}";\n`,
);

/** A consumer's project against a generated package with this many models. */
function project(count: number, source: string): string {
  const root = syntheticRoot(count);
  mkdirSync(join(root, "packages/models"), { recursive: true });
  cpSync(join(REPOSITORY, "packages/models/package.json"), join(root, "packages/models/package.json"));
  execFileSync(NODE, [...CODEGEN, "--root", root], { cwd: REPOSITORY });
  const client = join(root, "packages/client");
  mkdirSync(join(client, "node_modules/@model-api"), { recursive: true });
  cpSync(join(REPOSITORY, "packages/client/dist"), join(client, "dist"), { recursive: true });
  cpSync(join(REPOSITORY, "packages/client/package.json"), join(client, "package.json"));
  symlinkSync(join(root, "packages/models"), join(client, "node_modules/@model-api/models"));
  const consumer = mkdtempSync(join(tmpdir(), "model-api-consumer-"));
  mkdirSync(join(consumer, "node_modules/@model-api"), { recursive: true });
  for (const name of ["models", "client"]) {
    symlinkSync(join(root, "packages", name), join(consumer, "node_modules/@model-api", name));
  }
  writeFileSync(join(consumer, "package.json"), '{"type": "module"}');
  writeFileSync(join(consumer, "main.ts"), source);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
    skipLibCheck: true,
  };
  writeFileSync(join(consumer, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["main.ts"] }));
  return consumer;
}

/** What a consumer's compiler and editor pay for the registry. */
export async function benchTypes(): Promise<void> {
  const projects = {
    one: project(
      1,
      FULL.replaceAll(EDIT, "acestep-ai/ace-step-1.5/text-to-audio")
        .replaceAll(', images: ["https://a/b"], resolution: "2k"', "")
        .replaceAll("prompt:", "tags:"),
    ),
    today: project(44, FULL),
    thousand: project(1000, FULL),
    lean: project(1000, LEAN),
  };
  const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
  const compile = (folder: string) => timeProcess([NODE, tsc, "-p", "."], folder);
  for (const folder of Object.values(projects)) compile(folder);
  const rounds = Array.from({ length: 7 }, () => {
    const base = compile(projects.one);
    return {
      today: compile(projects.today) / base,
      thousand: compile(projects.thousand) / base,
      lean: compile(projects.lean) / base,
    };
  });
  const ratio = (name: "today" | "thousand" | "lean") => times(median(rounds.map((round) => round[name])));
  const { id, field } = await measureCompletions(projects.thousand);
  printRows("Types: tsc on ten typed calls, over the same with one model (7 rounds)", [
    { what: "today's catalog", figure: ratio("today"), goal: "1.1 ×" },
    { what: "1,000 models", figure: ratio("thousand"), goal: "1.7 ×" },
    { what: "1,000 models, through the lean entry", figure: ratio("lean"), goal: "1.05 ×" },
    {
      what: "tsserver with 1,000: completing a model id (median)",
      figure: `${id.toFixed(0)} ms`,
      goal: "under 100 ms",
    },
    {
      what: "tsserver with 1,000: completing an input field (median)",
      figure: `${field.toFixed(0)} ms`,
      goal: "under 100 ms",
    },
  ]);
  for (const folder of Object.values(projects)) rmSync(folder, { recursive: true, force: true });
}
