import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterEach, expect, test } from "vitest";
import { openScene } from "./faults/scene.js";
import { startStage } from "./faults/start-stage.js";
import { cleanUp, REPOSITORY, spawnProgram, temporaryFolder } from "./harness.js";

afterEach(cleanUp);

/** What somebody writes who has the contract and a generic client, and has never heard of ours. */
const PROGRAM = `
import createClient from "openapi-fetch";
import type { paths } from "./contract.js";

export async function main(baseUrl: string, token: string, fetch: (request: Request) => Promise<Response>) {
  const headers = { authorization: "Bearer " + token };
  const api = createClient<paths>({ baseUrl, headers, fetch });
  const model_id = "openai/gpt-image-2/edit";

  const model = await api.GET("/v1/models/{model_id}", { params: { path: { model_id } } });
  const submitted = await api.POST("/v1/models/{model_id}", {
    params: { path: { model_id }, header: { "Idempotency-Key": "generic-1" } },
    body: { prompt: "40 ms", images: ["data:image/png;base64,iVBORw0KGgo="] },
  });
  if (!submitted.data) throw new Error(submitted.error.error_message);
  const path = { request_id: submitted.data.request_id };

  const words: string[] = [];
  while (words.at(-1) !== "completed") {
    const status = await api.GET("/v1/requests/{request_id}/status", {
      params: { path, header: { Prefer: "wait=5" } },
    });
    if (!status.data) throw new Error(status.error.error_message);
    words.push(status.data.status);
  }
  const result = await api.GET("/v1/requests/{request_id}/result", { params: { path } });
  const unknown = await api.GET("/v1/models/{model_id}", { params: { path: { model_id: "acme/none" } } });
  // @ts-expect-error a path that the contract does not have
  api.GET("/v1/nothing").catch(() => {});
  const image: string | undefined = result.data?.output?.image;
  return { model: model.data?.model_id, words, image, refused: unknown.error?.error_code };
}
`;

interface Program {
  main(
    baseUrl: string,
    token: string,
    fetch: (request: Request) => Promise<Response>,
  ): Promise<{ model: string; words: string[]; image: string; refused: number }>;
}

/** Runs a tool of the repository in a folder; fails with what it says. */
async function tool(folder: string, file: string, args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await spawnProgram(
    process.execPath,
    [join(REPOSITORY, file), ...args],
    {},
    folder,
  ).exit;
  expect(code, `${file}: ${stdout}${stderr}`).toBe(0);
}

test("a generic tool made from the contract alone submits, follows and fetches, with types from it", async () => {
  const folder = temporaryFolder();
  symlinkSync(join(REPOSITORY, "packages/e2e/node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
  writeFileSync(join(folder, "main.ts"), PROGRAM);
  const contract = join(REPOSITORY, "schemas/openapi.yaml");
  await tool(folder, "node_modules/openapi-typescript/bin/cli.js", [contract, "-o", "contract.ts"]);
  await tool(folder, "node_modules/typescript/bin/tsc", [
    ...["--noEmit", "--strict", "--skipLibCheck"],
    ...["--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom", "main.ts"],
  ]);
  const outfile = join(folder, "main.js");
  await build({ entryPoints: [join(folder, "main.ts")], outfile, bundle: true, format: "esm" });
  const { main } = (await import(pathToFileURL(outfile).href)) as Program;

  const stage = await startStage();
  const scene = await openScene(stage.url, { queue: "moving", prepared: "nothing" });
  const paths: string[] = [];
  const outcome = await main(scene.baseUrl, scene.token, (request) => {
    paths.push(`${request.method} ${new URL(request.url).pathname}`);
    return fetch(request);
  });
  expect(paths).toContain("POST /v1/models/openai%2Fgpt-image-2%2Fedit");
  expect(outcome).toMatchObject({ model: "openai/gpt-image-2/edit", refused: 404001 });
  expect(outcome.words.at(-1)).toBe("completed");
  const image = await fetch(outcome.image);
  expect([image.status, image.headers.get("content-type")]).toEqual([200, "image/png"]);
  await stage.stop();
});
