import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const CONTRIBUTING = read("CONTRIBUTING.md");
const manifest = JSON.parse(read("package.json"));

test("every npm script that CONTRIBUTING names is there", () => {
  const named = [...CONTRIBUTING.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? "");
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test("every path that CONTRIBUTING names is there", () => {
  const linked = [...CONTRIBUTING.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => path ?? "");
  const named = [...CONTRIBUTING.matchAll(/`((?:packages|schemas|scripts|docs)\/[\w./-]+)`/g)].map(
    ([, path]) => path ?? "",
  );
  expect([linked.length > 3, named.length > 12]).toEqual([true, true]);
  expect([...linked, ...named].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test("every package is on the map", () => {
  const packages = readdirSync(join(ROOT, "packages")).filter((name) =>
    existsSync(join(ROOT, "packages", name, "package.json")),
  );
  // `models` is generated, and nobody edits the site's pages but under docs.
  const left = packages.filter((name) => !["models", "site"].includes(name));
  expect(left.filter((name) => !CONTRIBUTING.includes(`packages/${name}`))).toEqual([]);
});

test("the dev container has the oldest Node that is supported, and what CI installs", () => {
  const container = JSON.parse(read(".devcontainer/devcontainer.json"));
  const dockerfile = readFileSync(resolve(ROOT, ".devcontainer", container.build.dockerfile), "utf8");
  const [, node] = /^FROM node:(\d+)/m.exec(dockerfile) ?? [];
  expect(manifest.engines.node).toMatch(new RegExp(`^>=${node}\\.`));
  const [, list = ""] = /apt-get install -y --no-install-recommends (.+?) \\/.exec(dockerfile) ?? [];
  // Its image has curl.
  const wanted = [...read(".ci/run").matchAll(/apt-get install ([^;&\n}]+)/g)]
    .flatMap(([, words = ""]) => words.trim().split(/\s+/))
    .filter((word) => !word.startsWith("-") && word !== "curl");
  expect(wanted.length).toBeGreaterThan(2);
  expect(wanted.filter((name) => !list.split(" ").includes(name))).toEqual([]);
  // Postgres does not start as root.
  expect([container.remoteUser, /^USER (.+)$/m.exec(dockerfile)?.[1]]).toEqual(["node", "node"]);
});

test("what the dev container runs when it is made is there", () => {
  const { postCreateCommand } = JSON.parse(read(".devcontainer/devcontainer.json"));
  const [, module = ""] = /import\('([^']+)'\)/.exec(postCreateCommand) ?? [];
  const [, hooks = ""] = /core\.hooksPath (\S+)/.exec(postCreateCommand) ?? [];
  expect(read(module)).toContain("export function install(");
  expect(existsSync(join(ROOT, hooks, "pre-commit"))).toBe(true);
  expect(CONTRIBUTING).toContain(`git config core.hooksPath ${hooks}\n`);
});

const FORMS = readdirSync(join(ROOT, ".github/ISSUE_TEMPLATE")).filter((name) => name !== "config.yml");

test.each(FORMS)("the issue form %s can be shown", (name) => {
  const form = parse(read(join(".github/ISSUE_TEMPLATE", name)));
  expect(Object.keys(form).sort()).toEqual(["body", "description", "labels", "name"]);
  const asked = form.body.filter(({ type }: { type: string }) => type !== "markdown");
  expect(asked.length).toBeGreaterThan(0);
  const ids = asked.map(({ id }: { id: string }) => id);
  expect([new Set(ids).size, ids.every((id: string) => /^[a-z-]+$/.test(id))]).toEqual([ids.length, true]);
  for (const { type, attributes } of asked) {
    expect(["input", "textarea", "dropdown"]).toContain(type);
    expect(attributes.label).toEqual(expect.any(String));
    // A bare yes or no would be read as true or false, which no form takes.
    if (type === "dropdown")
      expect(attributes.options.every((option: unknown) => typeof option === "string")).toBe(true);
  }
});

test("vulnerabilities are led away from issues", () => {
  const config = parse(read(".github/ISSUE_TEMPLATE/config.yml"));
  expect(config.blank_issues_enabled).toBe(false);
  const repository = manifest.repository.url.replace(/^git\+|\.git$/g, "");
  expect(config.contact_links.map(({ url }: { url: string }) => url)).toEqual([
    `${repository}/security/advisories/new`,
  ]);
});

const RECORDS = readdirSync(join(ROOT, "docs/decisions")).sort();

test("records of decisions are numbered without a gap, and say their number", () => {
  expect(RECORDS.map((name) => Number(name.slice(0, 4)))).toEqual(RECORDS.map((_, index) => index));
  for (const name of RECORDS.slice(1))
    expect(read(join("docs/decisions", name))).toMatch(
      new RegExp(`^# ${Number(name.slice(0, 4))}\\. .+\n\n`),
    );
});

test.each(RECORDS)("the links of %s lead somewhere", (name) => {
  const path = join("docs/decisions", name);
  const links = [...read(path).matchAll(/\]\(([^)#:]+)[^)]*\)/g)].map(([, link]) => link ?? "");
  expect(links.filter((link) => !existsSync(resolve(ROOT, dirname(path), link)))).toEqual([]);
});
