import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ROOT } from "./shell.js";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly environment?: string;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = join(ROOT, ".github/workflows");
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

/** Actions that are used, by the commit that their tag stands for. */
const REVIEWED: Readonly<Record<string, string>> = {
  "actions/checkout": "3d3c42e5aac5ba805825da76410c181273ba90b1",
  "actions/setup-node": "820762786026740c76f36085b0efc47a31fe5020",
  "changesets/action": "a45c4d594aa4e2c509dc14a9f2b3b67ba3780d0d",
};

test("there are the workflows that docs/releasing.md names", () => {
  expect(readdirSync(FOLDER).sort()).toEqual(["ci.yml", "extended.yml", "release.yml", "schemas.yml"]);
});

describe.each(readdirSync(FOLDER))("%s", (file) => {
  const text = readFileSync(join(FOLDER, file), "utf8");
  const workflow = parse(text) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  test("uses actions by the commit that was looked at, and says which version that is", () => {
    for (const { uses } of steps) {
      if (uses === undefined) continue;
      const [name = "", commit = ""] = uses.split("@");
      expect(commit, uses).toMatch(/^[0-9a-f]{40}$/);
      expect(commit, uses).toBe(REVIEWED[name]);
      expect(text).toMatch(new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+$`, "m"));
    }
  });

  test("allows nothing by default, and each job what it needs, for a limited time", () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, job] of jobs) {
      expect(Object.keys(job.permissions ?? {}).length, name).toBeGreaterThan(0);
      expect(job["timeout-minutes"], name).toBeGreaterThan(0);
    }
  });

  test("runs no code of strangers with rights of its own, and puts nothing of theirs into commands", () => {
    expect(Object.keys(workflow.on)).not.toContain("pull_request_target");
    for (const { run = "" } of steps) expect(run).not.toContain("${{");
    const isForStrangers = "pull_request" in workflow.on;
    for (const [, job] of jobs) if (isForStrangers) expect(job.permissions).toEqual({ contents: "read" });
  });

  test("keeps no credentials where nothing is pushed", () => {
    for (const [name, { permissions, steps: own }] of jobs) {
      const checkout = own.find(({ uses }) => uses?.startsWith("actions/checkout@"));
      if (permissions?.contents === "read") expect(checkout?.with?.["persist-credentials"], name).toBe(false);
    }
  });

  test("runs scripts that there are", () => {
    for (const { run = "" } of steps) {
      for (const [, name = ""] of run.matchAll(/npm run ([\w:]+)/g))
        expect(scripts, name).toHaveProperty(name);
    }
  });
});

test("only the job that publishes has an identity, and it can write to nothing else", () => {
  for (const file of readdirSync(FOLDER)) {
    const { jobs } = parse(readFileSync(join(FOLDER, file), "utf8")) as Workflow;
    for (const [name, { permissions, environment }] of Object.entries(jobs)) {
      if (!permissions?.["id-token"]) continue;
      expect([file, name]).toEqual(["release.yml", "publish"]);
      expect(permissions).toEqual({ contents: "read", "id-token": "write" });
      expect(environment).toBe("npm");
    }
  }
});
