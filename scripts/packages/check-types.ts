import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData, type Problem } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import type { PackedPackage } from "./pack.js";

/** Ways to resolve that only know CommonJS: there is no such build, which docs/decisions/0002-esm-only.md explains. */
const WITHOUT_ESM = ["node10", "node16-cjs"];

/** What publint says of a tarball, suggestions included. */
export async function lintPackage({ tarball, packed }: PackedPackage): Promise<string[]> {
  const { messages } = await publint({ pack: { tarball: bytesOf(tarball) }, strict: true });
  return messages.map(
    (message) => `publint: ${message.type}: ${formatMessage(message, packed, { color: false })}`,
  );
}

/** What arethetypeswrong says of a tarball, for those who import it as an ES module. */
export async function checkTypes({ tarball, packed }: PackedPackage, besides: string[]): Promise<string[]> {
  // A command has no types.
  if (Object.keys(packed.exports ?? {}).length === 1) return [];
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(bytesOf(tarball))), {
    ...(besides.length > 0 && { includeEntrypoints: besides }),
  });
  if (!result.types) return ["attw: has no types"];
  return result.problems.filter(isOfModules).map((problem) => `attw: ${JSON.stringify(problem)}`);
}

function isOfModules(problem: Problem): boolean {
  return !("resolutionKind" in problem && WITHOUT_ESM.includes(problem.resolutionKind));
}

function bytesOf(file: string): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  return (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
}
