import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { COFFEE, EDIT, temporaryFolder } from "../harness.js";
import { BOTH } from "./connect.js";
import { closeAfterEach, openScene } from "./scene.js";

closeAfterEach();

/** A folder that is allowed, one beside it that is not, and ways from here to there. */
function makeFolders() {
  const base = temporaryFolder();
  const allowed = joinPath(base, "allowed");
  const outside = joinPath(base, "allowed-not");
  for (const folder of [joinPath(allowed, "shots"), joinPath(allowed, ".git"), outside])
    mkdirSync(folder, { recursive: true });
  for (const path of ["photo.png", "shots/one.png", ".env", ".git/photo.png"])
    copyFileSync(COFFEE, joinPath(allowed, path));
  copyFileSync(COFFEE, joinPath(outside, "secret.png"));
  writeFileSync(joinPath(allowed, "note.txt"), "no picture");
  symlinkSync(joinPath(outside, "secret.png"), joinPath(allowed, "link.png"));
  symlinkSync(outside, joinPath(allowed, "way-out"));
  symlinkSync(joinPath(allowed, ".env"), joinPath(allowed, "env.png"));
  symlinkSync(joinPath(allowed, "photo.png"), joinPath(allowed, "inner-link.png"));
  return { allowed, outside };
}

describe.each(BOTH)("over %s", (_, wire) => {
  test("files inside a root are used, by whichever name; what leads out of it is refused, and nothing is sent", async () => {
    const { allowed, outside } = makeFolders();
    const { api, call } = await openScene(wire, { flags: ["--free-server", "--root", allowed] });
    const escapes: Record<string, RegExp> = {
      [joinPath(outside, "secret.png")]: /lies outside/,
      [pathToFileURL(joinPath(outside, "secret.png")).href]: /lies outside/,
      "/etc/passwd": /lies outside/,
      "../allowed-not/secret.png": /must not have ".." in it/,
      [joinPath(allowed, "../allowed-not/secret.png")]: /lies outside/,
      "shots/../photo.png": /must not have ".." in it/,
      [`file://${allowed}/%2e%2e/allowed-not/secret.png`]: /lies outside|\.\./,
      "link.png": /leads out/,
      "way-out/secret.png": /leads out/,
      ".env": /hidden/,
      ".git/photo.png": /hidden/,
      "env.png": /hidden/,
      [joinPath(allowed, ".env")]: /hidden/,
      "C:\\Users\\me\\photo.png": /no(ne)? .*path|path of this machine/,
      "\\\\server\\share\\photo.png": /path of this machine/,
      "file://server/share/photo.png": /no file URL/,
      "photo.png\0.txt": /is no path/,
      "ftp://example.com/a.png": /neither an http URL/,
      shots: /not a file/,
      ".": /leads out|not a file|no such file/,
      "": /is no path|must/,
      "gone.png": /no such file/,
    };
    for (const [path, why] of Object.entries(escapes)) {
      const answer = await call("run_model", { model_id: EDIT, input: { prompt: "x", images: [path] } });
      expect([path, answer.isError]).toEqual([path, true]);
      expect([path, answer.text]).toEqual([path, expect.stringMatching(why)]);
      expect(answer.error.charged).toBe("no");
      expect(answer.error.issues[0].path).toEqual(["images", 0]);
    }
    expect(api.calls().filter((one) => one.startsWith("POST"))).toEqual([]);

    const { href } = pathToFileURL(joinPath(allowed, "photo.png"));
    for (const path of [
      "photo.png",
      "./shots/one.png",
      joinPath(allowed, "photo.png"),
      href,
      "inner-link.png",
    ]) {
      const answer = await call("run_model", { model_id: EDIT, input: { prompt: "x", images: [path] } });
      expect([path, answer.structured?.status]).toEqual([path, "completed"]);
    }
  });

  test("what lies in a root and is no picture is refused by its content", async () => {
    const { allowed } = makeFolders();
    const { api, call } = await openScene(wire, { flags: ["--free-server", "--root", allowed] });
    const answer = await call("run_model", { model_id: EDIT, input: { prompt: "x", images: ["note.txt"] } });
    expect(answer.error).toMatchObject({ code: "invalid_input", charged: "no" });
    expect(api.submits()).toEqual([]);
  });

  test("without a root no file is read, and the refusal says how to allow one", async () => {
    const { allowed } = makeFolders();
    const { api, call } = await openScene(wire, { cwd: allowed });
    const answer = await call("run_model", { model_id: EDIT, input: { prompt: "x", images: ["photo.png"] } });
    expect(answer.error.code).toBe("local_file");
    expect(answer.text).toContain("--root");
    expect(api.submits()).toEqual([]);
  });

  test("a client's own roots count on standard input, where it is on this machine, and not over HTTP", async () => {
    const { allowed, outside } = makeFolders();
    const { api, call } = await openScene(wire, {
      capabilities: { roots: {} },
      prepare: (client) =>
        client.setRequestHandler("roots/list", async () => ({
          roots: [{ uri: pathToFileURL(allowed).href, name: "project" }],
        })),
    });
    const run = (path: string) =>
      call("run_model", { model_id: EDIT, input: { prompt: "x", images: [path] } });
    const inside = await run("photo.png");
    if (wire.transport === "http") {
      expect(inside.error.code).toBe("local_file");
      expect(api.submits()).toEqual([]);
    } else {
      expect(inside.structured?.status).toBe("completed");
      expect((await run(joinPath(outside, "secret.png"))).error.code).toBe("local_file");
      expect(api.submits()).toHaveLength(1);
    }
  });
});

test("a field that takes text keeps a text that looks like a path", async () => {
  const { api, call } = await openScene({ transport: "stdio", era: "legacy" });
  const input = { prompt: "/etc/passwd" };
  await call("run_model", { model_id: "openai/gpt-image-2/text-to-image", input });
  expect(api.engine.begun).toEqual([expect.objectContaining(input)]);
});
