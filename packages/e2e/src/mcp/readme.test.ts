import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { expect, test } from "vitest";
import { compileExamples } from "../compile-examples.js";
import { CLI, REPOSITORY, spawnProgram } from "../harness.js";
import { environment, MCP } from "./connect.js";
import { closeAfterEach, openScene } from "./scene.js";

closeAfterEach();

const readme = readFileSync(joinPath(REPOSITORY, "packages/mcp/README.md"), "utf8");
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(
    ([, code = ""]) => code,
  );

test("each configuration of the README starts a server that a host can use", async () => {
  const { api } = await openScene({ transport: "stdio", era: "legacy" });
  const configurations = blocks("json").map((code) => JSON.parse(code).mcpServers["model-api"]);
  expect(configurations).toHaveLength(2);
  for (const { command, args, env } of configurations) {
    expect(command).toBe("model-api");
    const client = new Client({ name: "host", version: "1" });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [CLI, ...args],
        env: environment({ env: { ...env, ...api.env } }),
      }),
    );
    const { structuredContent } = await client.callTool({ name: "list_models", arguments: { limit: 1 } });
    expect(structuredContent).toMatchObject({ models: [{ model_id: expect.any(String) }] });
    await client.close();
  }
});

test("the README's table names every tool, and the page on it every flag", async () => {
  const { client } = await openScene({ transport: "stdio", era: "legacy" });
  for (const { name } of (await client.listTools()).tools) expect(readme).toContain(`\`${name}\``);
  const { stdout } = await spawnProgram(process.execPath, [MCP, "--help"]).exit;
  const { stdout: ours } = await spawnProgram(process.execPath, [CLI, "mcp", "--help"]).exit;
  const page = readFileSync(joinPath(REPOSITORY, "docs/mcp.md"), "utf8");
  const flags = [...stdout.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, flag = ""]) => flag);
  expect(flags.length).toBeGreaterThan(10);
  for (const flag of flags.filter((one) => one !== "--help" && one !== "--version")) {
    expect(page).toContain(flag);
    expect(ours).toContain(flag);
  }
});

test("the README's program compiles in strict mode, and runs", async () => {
  const { api } = await openScene({ transport: "stdio", era: "legacy" });
  const [code = ""] = blocks("ts");
  // Beside this suite, so that it finds the package as a user's program does.
  const folder = mkdtempSync(joinPath(REPOSITORY, "packages/e2e/.recipes-mcp-"));
  try {
    writeFileSync(joinPath(folder, "example.ts"), code);
    writeFileSync(joinPath(folder, "package.json"), '{"type": "module"}');
    const compiled = await compileExamples(folder, "example.ts");
    expect([compiled.stdout, compiled.code]).toEqual(["", 0]);
    const ran = await spawnProgram(process.execPath, ["example.js"], environment(api), folder).exit;
    expect([ran.stderr, ran.code]).toEqual(["", 0]);
    expect(ran.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/mcp\n$/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
