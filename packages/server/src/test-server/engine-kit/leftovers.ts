import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What `os.tmpdir` reads, on one system or another. */
const VARIABLES = ["TMPDIR", "TEMP", "TMP"] as const;
/** How often, and how long, it is waited for what others have put into the working directory for a moment. */
const LOOKS = 20;
const LOOK_MS = 50;

/** Does some work, and says which files it has left in the folder for temporary files, or right in the working directory. */
export async function watchFiles<T>(work: () => Promise<T>): Promise<{ value: T; leftBehind: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), "engine-kit-"));
  const before = VARIABLES.map((name) => process.env[name]);
  const known = new Set(await readdir("."));
  for (const name of VARIABLES) process.env[name] = folder;
  try {
    const value = await work();
    const temporary = await readdir(folder, { recursive: true });
    const leftBehind = [...temporary.map((name) => join("<tmpdir>", name)), ...(await stayingBeside(known))];
    return { value, leftBehind };
  } finally {
    VARIABLES.forEach((name, index) => {
      const value = before[index];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    });
    await rm(folder, { recursive: true, force: true });
  }
}

/** What stays in the working directory that was not there before. Other processes use it too: what is gone in a second was theirs. */
async function stayingBeside(known: ReadonlySet<string>): Promise<string[]> {
  const seen = async () => (await readdir(".")).filter((name) => !known.has(name));
  let staying = await seen();
  for (let look = 0; look < LOOKS && staying.length > 0; look++) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const now = new Set(await seen());
    staying = staying.filter((name) => now.has(name));
  }
  return staying.map((name) => join("<working directory>", name));
}
