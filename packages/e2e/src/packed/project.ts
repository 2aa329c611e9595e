import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { COFFEE } from "../harness.js";
import { runProgram } from "./run-program.js";

const CONSUMERS = fileURLToPath(new URL("consumers", import.meta.url));

/** All packages, as a user who wants everything would install them. */
export const OURS: readonly string[] = [
  "ai-sdk",
  "cli",
  "client",
  "codegen",
  "mcp",
  "models",
  "node",
  "react",
  "server",
].map((name) => `@model-api/${name}`);

/** What ours are used with, and do not bring along. */
export const PEERS: readonly string[] = ["react@19", "react-dom@19", "@tanstack/react-query@5", "ai@7"];

/** An empty project outside of this repository, which finds our packages in the local registry. */
export interface Project {
  readonly folder: string;
  remove(): void;
}

export interface Registry {
  readonly url: string;
}

export function createProject(registry: Registry, fields: Readonly<Record<string, unknown>> = {}): Project {
  const folder = mkdtempSync(join(tmpdir(), "model-api-packed-"));
  const { host } = new URL(registry.url);
  const manifest = {
    name: "a-strangers-project",
    version: "1.0.0",
    private: true,
    type: "module",
    ...fields,
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, null, 2));
  writeFileSync(
    join(folder, ".npmrc"),
    `@model-api:registry=${registry.url}/\n//${host}/:_authToken=anybody\n`,
  );
  cpSync(CONSUMERS, folder, { recursive: true });
  cpSync(COFFEE, join(folder, "photo.png"));
  mkdirSync(join(folder, "out"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Adds packages with npm, and lets none of them run a script. */
export async function npmInstall(folder: string, packages: readonly string[], flags: readonly string[] = []) {
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline", "--ignore-scripts"];
  await runProgram("npm", ["install", ...quiet, ...flags, ...packages], { cwd: folder });
}
