import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { CLI, COFFEE, cleanUp, EDIT, runCli, spawnProgram, temporaryFolder } from "../harness.js";
import { startService } from "./service.js";

afterEach(cleanUp);

const RUN = ["run", EDIT, "--prompt", "x", "--images", COFFEE];

/** What a shell would run, with its words quoted. */
const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(" ");
const cli = (...args: string[]) => quoted([process.execPath, CLI, ...args]);

/**
 * A folder in which nothing can be made. Whoever runs as root may write everywhere, but not make folders below a file.
 */
function closedFolder(): { path: string; why: RegExp } {
  const folder = temporaryFolder();
  if (process.getuid?.() === 0) {
    writeFileSync(join(folder, "file"), "");
    return { path: join(folder, "file", "out"), why: /A part of the path is no folder\./ };
  }
  const path = join(folder, "closed");
  mkdirSync(path);
  chmodSync(path, 0o500);
  return { path, why: /This user is not allowed to\./ };
}

test("a folder that cannot be written is told before anything is sent, with its path and a way out", async () => {
  const service = await startService();
  const { path, why } = closedFolder();
  const { code, stdout, stderr } = await runCli([...RUN, "--output-dir", path], service.env);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(`error: --output-dir: nothing can be written in ${path}\n`);
  expect(stderr).toMatch(why);
  expect(stderr).toMatch(/--output-dir, or print URLs with --no-download\. Nothing was sent\.\n$/);
  expect(service.submitted).toEqual([]);
  // As it says.
  expect((await runCli([...RUN, "--output-dir", path, "--no-download"], service.env)).code).toBe(0);
});

// A read-only file system, in a namespace of its own: the only one that root may not write to either.
const canUnshare =
  (await spawnProgram("unshare", ["-rm", "true"]).exit.catch(() => ({ code: 1 }))).code === 0;
test.runIf(canUnshare)("a read-only file system and one that is full are told with the path", async () => {
  const service = await startService({ file: (response) => response.writeHead(200).end(bigPicture()) });
  const small = temporaryFolder();
  const mounted = (options: string, ...args: string[]) =>
    spawnProgram(
      "unshare",
      ["-rm", "bash", "-c", `mount -t tmpfs -o ${options} none '${small}' && cd / && exec ${cli(...args)}`],
      service.env,
    ).exit;
  const readOnly = await mounted("ro", ...RUN, "--output-dir", small);
  expect(readOnly.stderr).toMatch(
    new RegExp(`nothing can be written in ${small}\n {2}The file system is read-only`),
  );
  expect([readOnly.code, service.submitted.length]).toEqual([1, 0]);

  const full = await mounted("size=64k", ...RUN, "--output-dir", small);
  expect(full.stderr).toMatch(
    new RegExp(`nothing can be written in ${small}, and nothing was left there\n {2}There is no space`),
  );
  expect(full.stderr).toContain(
    "The request is done; fetch its files with: model-api result r1 --output-dir",
  );
  expect([full.code, full.stdout, service.submitted.length]).toEqual([1, "", 1]);
  const elsewhere = temporaryFolder();
  expect((await runCli(["result", "r1", "--output-dir", elsewhere], service.env)).code).toBe(0);
  expect(readdirSync(elsewhere)).toHaveLength(1);
});

test("a file that grows over what the system allows is told, nothing is left of it, and the request can be fetched", async () => {
  const service = await startService({ file: (response) => response.writeHead(200).end(bigPicture()) });
  const folder = temporaryFolder();
  const command = `ulimit -f 64; exec ${cli(...RUN, "--output-dir", folder)}`;
  const { code, stderr, stdout } = await spawnProgram("bash", ["-c", command], service.env).exit;
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(
    /The file would be larger than the system allows\.\n {2}The request is done; .*model-api result r1/,
  );
  expect(readdirSync(folder)).toEqual([]);
});

test.runIf(existsSync("/dev/full"))("a full disk behind stdout is no success", async () => {
  const service = await startService();
  for (const args of [
    [...RUN, "--no-download"],
    [...RUN, "--no-download", "--json"],
    ["models", "--json"],
    ["completion", "bash"],
  ]) {
    const { code, stderr } = await spawnProgram(
      "bash",
      ["-c", `exec ${cli(...args)} > /dev/full`],
      service.env,
    ).exit;
    expect([args[0], code]).toEqual([args[0], 1]);
    expect(
      stderr.match(/error: standard output cannot be written\n {2}There is no space left/g),
    ).toHaveLength(1);
  }
});

test("a journal that cannot be written: nothing is submitted, and it says how to do without", async () => {
  const service = await startService();
  const { path } = closedFolder();
  const env = { ...service.env, XDG_STATE_HOME: path };
  const { code, stderr } = await runCli([...RUN, "--no-download"], env);
  expect(code).toBe(1);
  expect(stderr).toContain(path);
  expect(stderr).toContain("--no-journal");
  expect(service.submitted).toEqual([]);
  expect((await runCli([...RUN, "--no-download", "--no-journal"], env)).code).toBe(0);
  expect(service.submitted).toHaveLength(1);
});

test.runIf(existsSync("/dev/full"))("a state file that cannot be written: no row is submitted", async () => {
  const service = await startService();
  const folder = temporaryFolder();
  const file = join(folder, "b.csv");
  writeFileSync(file, `prompt,images\nx,${COFFEE}\n`);
  const { path } = closedFolder();
  for (const state of [join(path, "s"), "/dev/full/s"]) {
    const { code, stderr } = await runCli(
      ["run", EDIT, "--batch", file, "--state-file", state],
      service.env,
      folder,
    );
    expect([code, stderr]).toEqual([1, expect.stringContaining(`the state file ${state} cannot be`)]);
  }
  expect(service.submitted).toEqual([]);
});

/** A picture of 200 KB, as far as its head tells. */
function bigPicture(): Buffer {
  const bytes = Buffer.alloc(200_000);
  bytes.write("\x89PNG\r\n\x1a\n", "latin1");
  return bytes;
}
