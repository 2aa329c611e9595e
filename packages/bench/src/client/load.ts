import { printTable, type TableRow } from "../report.js";
import { compileProgram, runProgram, startJobServer } from "./processes.js";
import type { LoadReport } from "./programs/load.js";

const MEGABYTE = 1e6;
/** Beyond these it is no noise but a leak. */
const MOST_LEFT = 20;
const MOST_GROWTH = 4 * MEGABYTE;
/** Connections are `fetch`'s own, which keeps them for the next call. */
const CONNECTIONS = "TCPSocketWrap";

/** 1,000 runs at once in one process and 10,000 more in turn: what is left of them. */
export async function benchClientLoad(): Promise<void> {
  const program = await compileProgram("load");
  for (const holds of [true, false]) {
    const server = await startJobServer({ holds });
    let report: LoadReport;
    try {
      report = await runProgram<LoadReport>(program, [server.url], ["--expose-gc"]);
    } finally {
      await server.stop();
    }
    print(report, holds ? "held requests" : "polling");
    refuseLeaks(report);
  }
}

function print({ before, inFlight, after, heap, warnings }: LoadReport, how: string): void {
  const rows: TableRow[] = kindsOf({ before, inFlight, after }).map((kind) => ({
    what: kind === CONNECTIONS ? `${kind} (connections that fetch keeps)` : kind,
    figures: [before, inFlight, after].map((census) => String(census[kind] ?? 0)),
    ...(kind !== CONNECTIONS && { goal: "as before" }),
  }));
  printTable(`Client, load: 1,000 runs at once, ${how}`, ["before", "in flight", "after"], rows);
  printTable(
    `Client, load: heap in use after so many runs, ${how}`,
    ["2,000", "10,000", "growth"],
    [
      {
        what: "heap, after a collection",
        figures: [heap[2000], heap[10_000], growthOf(heap)].map(megabytes),
        goal: "under 1 MB",
      },
    ],
  );
  // Not a goal: `fetch` itself keeps a listener for each call until a collection, and warns of their number.
  for (const warning of warnings) console.log(`  The runtime warned: ${warning}`);
}

function refuseLeaks({ before, inFlight, after, heap }: LoadReport): void {
  for (const kind of kindsOf({ before, inFlight, after })) {
    const left = (after[kind] ?? 0) - (before[kind] ?? 0);
    if (kind !== CONNECTIONS && left > MOST_LEFT) throw new Error(`1,000 runs have left ${left} ${kind}`);
  }
  if (!(growthOf(heap) < MOST_GROWTH))
    throw new Error(`8,000 runs have grown the heap by ${megabytes(growthOf(heap))}`);
}

const kindsOf = (censuses: Pick<LoadReport, "before" | "inFlight" | "after">): string[] => [
  ...new Set(Object.values(censuses).flatMap((census) => Object.keys(census))),
];

const growthOf = (heap: LoadReport["heap"]): number =>
  (heap[10_000] ?? Number.NaN) - (heap[2000] ?? Number.NaN);

const megabytes = (size = Number.NaN): string => `${(size / MEGABYTE).toFixed(2)} MB`;
