import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createClient } from "@model-api/client";
import { createLocalEngine } from "@model-api/server";
import { createTestServer, type TestServer } from "@model-api/server/testing";
import { EDIT } from "../../harness.js";

const FIXTURES: string = fileURLToPath(new URL("../../../fixtures/", import.meta.url));

/** One call of the edit model: the fields of its input, with pictures as names of files below `fixtures`. */
export interface Edit {
  readonly prompt: string;
  readonly images: readonly string[];
  readonly aspect_ratio?: "1:1" | "4:5" | "16:9";
}

export interface Editor {
  /** The bytes of the picture that the local engine makes, a PNG of 1k. */
  run(edit: Edit): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Servers whose engines each have a thread: an edit keeps one of a machine's cores busy. */
const SERVERS = 2;

/** Sends edits through client and server to the local engine. One that was run before is not run again. */
export async function openEditor(): Promise<Editor> {
  const servers = await Promise.all(
    Array.from({ length: SERVERS }, () => createTestServer({ engines: [createLocalEngine()] })),
  );
  const runs = new Map<string, Promise<Uint8Array>>();
  return {
    run(edit) {
      const key = JSON.stringify(edit);
      const run = runs.get(key) ?? carryOut(edit, servers[runs.size % SERVERS] as TestServer);
      runs.set(key, run);
      return run;
    },
    async close() {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

async function carryOut(edit: Edit, { url, token, fetch }: TestServer): Promise<Uint8Array> {
  const client = createClient({ baseUrl: url, token, fetch });
  const images = edit.images.map((name) => {
    const type = name.endsWith(".png") ? "image/png" : "image/jpeg";
    return `data:${type};base64,${readFileSync(FIXTURES + name).toString("base64")}`;
  });
  const { output } = await client.run(EDIT, { ...edit, images });
  if (output.image === undefined) throw new Error(`“${edit.prompt}” made no picture`);
  const file = await fetch(output.image);
  return new Uint8Array(await file.arrayBuffer());
}
