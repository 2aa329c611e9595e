import { models } from "@model-api/models";
import { bytes, printTable, type TableRow } from "../report.js";
import { type Bundle, bundle, sizeOf } from "./bundle.js";
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
    ...[...ours.lazy].map(([name, chunks]) => ({
      what: `  loaded besides when it is needed: ${name}`,
      figures: [bytes(sizeOf(chunks))],
    })),
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

function refuseWords({ eager }: Bundle): void {
  const found = ABSENT.filter((word) => eager.some(({ text }) => text.includes(word)));
  if (found.length > 0) throw new Error(`a page would load ${found.join(", ")} to run one model`);
}
