import { median } from "../measure.js";
import { printTable } from "../report.js";
import { compileProgram, runProgram } from "./processes.js";
import type { UploadReport } from "./programs/upload.js";

const FILE_BYTES = 50 * 2 ** 20;
const ROUNDS = 5;

/** What a file of 50 MiB takes while it becomes a data URI: the URI alone is 1.33 times the file. */
export async function benchClientUpload(): Promise<void> {
  const program = await compileProgram("upload");
  const growths: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { growth } = await runProgram<UploadReport>(program, [String(FILE_BYTES)], ["--expose-gc"]);
    growths.push(growth / FILE_BYTES);
  }
  printTable(
    `Client, upload: resident memory over the file's size, beside the file itself (median of ${ROUNDS})`,
    ["growth"],
    [{ what: "50 MiB as a data URI", figures: [`${median(growths).toFixed(2)} ×`], goal: "3 × in all" }],
  );
}
