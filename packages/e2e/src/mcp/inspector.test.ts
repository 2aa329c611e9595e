import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Exit, spawnProgram, temporaryFolder } from "../harness.js";
import { environment, MCP, serveHttp } from "./connect.js";
import { closeAfterEach, openScene } from "./scene.js";

closeAfterEach();

/**
 * The version of the protocol's own inspector to be driven, such as 2.12.0. It brings 242 packages, so it is no dependency: where
 * this is set, it is installed into a folder that is removed afterwards.
 */
const VERSION = process.env.MCP_INSPECTOR;
const MODEL = "openai/gpt-image-2/text-to-image";

describe.skipIf(!VERSION)("the inspector's command line", () => {
  let inspector: string;
  beforeAll(async () => {
    const folder = temporaryFolder();
    const words = ["install", "--ignore-scripts", "--no-audit", "--prefix", folder];
    const installed = await spawnProgram(
      "npm",
      [...words, `@modelcontextprotocol/inspector@${VERSION}`],
      process.env as Record<string, string>,
    ).exit;
    expect(installed.code).toBe(0);
    inspector = join(folder, "node_modules/.bin/mcp-inspector");
  }, 600_000);

  async function inspect(words: readonly string[], env: Readonly<Record<string, string>>): Promise<Exit> {
    const passed = Object.entries(environment({ env })).flatMap(([name, value]) => [
      "-e",
      `${name}=${value}`,
    ]);
    return spawnProgram(inspector, ["--cli", ...passed, ...words], { HOME: temporaryFolder() }).exit;
  }

  test("lists the tools and runs a model over standard input, and is told an error over HTTP", async () => {
    const { api } = await openScene({ transport: "stdio", era: "legacy" });
    const server = [process.execPath, MCP, "--free-server"];
    const listed = await inspect([...server, "--method", "tools/list"], api.env);
    expect(JSON.parse(listed.stdout).tools).toHaveLength(8);
    const call = ["--method", "tools/call", "--tool-name", "run_model", "--tool-arg", `model_id=${MODEL}`];
    const ran = await inspect([...server, ...call, 'input={"prompt":"x"}'], api.env);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      structuredContent: { status: "completed" },
      content: [{ type: "text" }, { type: "image" }, { type: "resource_link" }],
    });
    const http = await serveHttp({ env: api.env });
    const failed = await inspect([http.url, "--transport", "http", ...call, 'input={"promt":"x"}'], {});
    await http.kill("SIGTERM");
    expect(JSON.parse(failed.stdout)).toMatchObject({ isError: true });
    expect(failed.stdout).toContain("did you mean prompt?");
  });
});
