import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
/** What decides how the generators work: their own sources, and the versions of what they stand on. */
const GENERATORS = ["scripts/codegen", "packages/codegen/src", "pnpm-lock.yaml"];

interface State {
  /** Hash of everything that went into the last run. */
  inputs?: string;
  /** Hashes of what came out of it, by path. */
  outputs?: Record<string, string>;
  /** Parts of the output, by the hash of what they were made from. */
  parts?: Record<string, unknown>;
}

/**
 * What earlier runs made, so that a run makes only what has changed. It is kept with the installed packages, never checked in, and
 * `--check` does without it.
 */
export class Cache {
  readonly #root: string;
  readonly #file: string | undefined;
  readonly #state: State;
  readonly #used: Record<string, unknown> = {};
  readonly #generators: string;

  constructor(root: string, enabled: boolean) {
    this.#root = root;
    const folder = join(root, "node_modules");
    this.#file = enabled && existsSync(folder) ? join(folder, ".cache", "codegen.json") : undefined;
    this.#state = this.#read();
    this.#generators = hashOf(...GENERATORS.map((path) => treeHash(join(REPOSITORY, path))));
  }

  /** Whether the last run had the same schemas and generators, and what it wrote still stands. */
  isFresh(): boolean {
    const { inputs, outputs } = this.#state;
    if (inputs === undefined || outputs === undefined || inputs !== this.#inputs()) return false;
    return Object.entries(outputs).every(([path, hash]) => {
      const file = join(this.#root, path);
      return existsSync(file) && hashOf(readFileSync(file, "utf8")) === hash;
    });
  }

  /** The part that was made from the same ingredients, or else made now. */
  async part<T>(name: string, ingredients: unknown, make: () => T | Promise<T>): Promise<T> {
    const key = `${name} ${hashOf(this.#generators, JSON.stringify(ingredients))}`;
    const known = this.#state.parts?.[key];
    const value = known === undefined ? await make() : (known as T);
    this.#used[key] = value;
    return value;
  }

  /** Keeps what this run used and made; parts that it did not use are forgotten. */
  save(outputs: ReadonlyMap<string, string>): void {
    if (!this.#file) return;
    const hashes = Object.fromEntries([...outputs].map(([path, content]) => [path, hashOf(content)]));
    const state: State = { inputs: this.#inputs(), outputs: hashes, parts: this.#used };
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.${process.pid}`, JSON.stringify(state));
    renameSync(`${this.#file}.${process.pid}`, this.#file);
  }

  #inputs(): string {
    return hashOf(this.#generators, treeHash(join(this.#root, "schemas")));
  }

  #read(): State {
    if (!this.#file || !existsSync(this.#file)) return {};
    try {
      return JSON.parse(readFileSync(this.#file, "utf8")) as State;
    } catch {
      // A cache that cannot be read is as good as none.
      return {};
    }
  }
}

/** What stands among the generators' sources and generates nothing. */
const NO_GENERATOR = /\.test\.|[\\/](diff|testing)[\\/]/;

/** Hash of a file, or of all files below a folder with their names. */
function treeHash(path: string): string {
  if (!existsSync(path)) return "";
  if (!statSync(path).isDirectory()) return hashOf(readFileSync(path, "utf8"));
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !NO_GENERATOR.test(file))
    .sort();
  return hashOf(...files.flatMap((file) => [file.slice(path.length), readFileSync(file, "utf8")]));
}

function hashOf(...texts: string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}:${text}`);
  return hash.digest("hex").slice(0, 32);
}
