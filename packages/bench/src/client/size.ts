import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { models } from "@model-api/models";
import { median } from "../measure.js";
import { bytes, printTable, type TableRow } from "../report.js";
import { type Bundle, bundle, sizeOf } from "./bundle.js";
import { compileProgram, runProgram, startJobServer } from "./processes.js";
import { OURS, OURS_LEAN, PEERS } from "./small-programs.js";

/** What has no business in a page that runs one model. */
const ABSENT = [
  "Ajv",
  "x-file-rules",
  "x-derived-from",
  "input_schema",
  "additionalProperties",
  '"node:',
  // The program names one of them itself.
  ...models.map(({ model_id: id }) => id).filter((id) => !OURS.includes(`"${id}"`)),
];

/** Bytes that a browser loads, gzipped, for the smallest program that runs a model. */
export async function benchClientSize(): Promise<void> {
  const ours = await bundle(OURS, { splitting: true });
  refuseWords(ours);
  await runWithoutTheRest(ours);
  const lean = await bundle(OURS_LEAN, { splitting: false });
  const peers = await Promise.all(
    Object.entries(PEERS).map(async ([name, source]) => ({
      name,
      size: sizeOf((await bundle(source, { splitting: true })).eager),
    })),
  );
  const size = sizeOf(ours.eager);
  const rows: TableRow[] = [
    {
      what: "@model-api/client, what a page loads to run a model",
      figures: [bytes(size), "1.00"],
      goal: "under 5,000 B and each peer that runs models",
    },
    ...lazyRows(ours),
    {
      what: "  all of it in one file, through @model-api/client/lean",
      figures: [bytes(sizeOf(lean.eager)), (sizeOf(lean.eager) / size).toFixed(2)],
    },
    ...peers.map((peer) => ({
      what: peer.name,
      figures: [bytes(peer.size), (peer.size / size).toFixed(2)],
    })),
  ];
  printTable("Client, size: bundled for browsers, minified, gzip -9", ["loads", "over ours"], rows);
}

function lazyRows({ lazy }: Bundle): TableRow[] {
  const isModel = (path: string) => path.includes("/generated/models/");
  const sizes = [...lazy].map(([path, chunks]) => ({ path, size: sizeOf(chunks) }));
  const ofModels = sizes.filter(({ path }) => isModel(path)).map(({ size }) => size);
  const others = sizes.filter(({ path }) => !isModel(path));
  const row = (what: string, size: number) => ({
    what: `  loaded besides when it is needed: ${what}`,
    figures: [bytes(size)],
  });
  return [
    ...others.map(({ path, size }) => row(path.replace(/^packages\//, ""), size)),
    ...(ofModels.length > 0
      ? [
          row(`what is known of one model (median of ${ofModels.length})`, median(ofModels)),
          row("what is known of one model (largest)", Math.max(...ofModels)),
        ]
      : []),
  ];
}

/** Runs a model with nothing but the files that are counted: were another one needed for it, the import would fail. */
async function runWithoutTheRest({ eager }: Bundle): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "model-api-bundle-"));
  const server = await startJobServer({ holds: true });
  try {
    writeFileSync(join(folder, "package.json"), '{"type": "module"}');
    for (const { fileName, text } of eager) writeFileSync(join(folder, fileName), text);
    const entry = join(folder, eager[0]?.fileName ?? "");
    await runProgram(await compileProgram("run-bundle"), [entry, server.url]);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

function refuseWords({ eager }: Bundle): void {
  const found = ABSENT.filter((word) => eager.some(({ text }) => text.includes(word)));
  if (found.length > 0) throw new Error(`a page would load ${found.join(", ")} to run one model`);
}
