import { execFileSync } from "node:child_process";

/** Something that the person at the command line can mend. The message says what, and how. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Files of one commit: content by path from the folder that was asked for, with forward slashes. */
export type Files = ReadonlyMap<string, string>;

/** The commit to compare with: `ref` as it is, or where the work in `root` left main. */
export function resolveBase(root: string, ref: string | undefined): string {
  if (attempt(root, ["rev-parse", "--git-dir"]) === undefined) {
    throw new UsageError(
      `${root} is not in a git repository, so there is nothing to compare its schemas with.`,
    );
  }
  if (ref !== undefined) {
    const commit = attempt(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
    if (commit) return commit;
    throw new UsageError(
      `git knows no commit "${ref}" here. Fetch it first, or name another one with --base.`,
    );
  }
  for (const main of ["main", "origin/main"]) {
    const commit = attempt(root, ["merge-base", "HEAD", main]);
    if (commit) return commit;
  }
  throw new UsageError(
    "The commit at which this work left main is not known here: name one with --base, or fetch main with its history.",
  );
}

/** The files of a commit below some paths, which need not exist. */
export function filesAt(root: string, commit: string, paths: readonly string[]): Files {
  const listing = run(root, ["ls-tree", "-r", "-z", commit, "--", ...paths]).toString();
  const entries = listing.split("\0").flatMap((line) => {
    const [, type, hash, path] = /^\d+ (\w+) (\w+)\t(.+)$/s.exec(line) ?? [];
    return type === "blob" && hash && path ? [{ hash, path }] : [];
  });
  const contents = readBlobs(
    root,
    entries.map(({ hash }) => hash),
  );
  return new Map(entries.map(({ path }, index) => [path, contents[index] ?? ""]));
}

/** The contents of many blobs by one process: each comes as a line that ends in its size, and then that many bytes. */
function readBlobs(root: string, hashes: readonly string[]): string[] {
  const output = run(root, ["cat-file", "--batch"], hashes.map((hash) => `${hash}\n`).join(""));
  let at = 0;
  return hashes.map(() => {
    const headEnd = output.indexOf("\n", at);
    const size = Number(output.toString("utf8", at, headEnd).split(" ").at(-1));
    at = headEnd + 1 + size + 1;
    return output.toString("utf8", headEnd + 1, headEnd + 1 + size);
  });
}

function attempt(root: string, args: string[]): string | undefined {
  try {
    return run(root, args).toString().trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new UsageError(`git could not be started in ${root}.`);
    }
    return undefined;
  }
}

function run(root: string, args: string[], input = ""): Buffer {
  return execFileSync("git", args, {
    cwd: root,
    input,
    maxBuffer: 1 << 28,
    stdio: ["pipe", "pipe", "pipe"],
  });
}
