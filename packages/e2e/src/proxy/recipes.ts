import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { REPOSITORY } from "../harness.js";

/** The recipes of docs/proxy.md as files, each under the path that its first line says. */
export function readRecipes(): ReadonlyMap<string, string> {
  const page = readFileSync(join(REPOSITORY, "docs/proxy.md"), "utf8");
  const blocks = page.matchAll(/```(?:ts|js)\n\/\/ (\S+)\n([\s\S]*?)```/g);
  return new Map([...blocks].map(([, path = "", code = ""]) => [path, code]));
}

/** An application's own way to know its users: here, a caller is who it says that it is. */
const AUTH = `export const userOf = async (request) =>
  request.headers.get("authorization")?.replace(/^Bearer ?/, "") || undefined;
`;
const AUTH_TYPES = "export declare function userOf(request: Request): Promise<string | undefined>;\n";

/** Writes files where the frameworks are installed, beside what the page leaves to the reader. */
export function writeApplication(files: Readonly<Record<string, string>>): string {
  // Not in the system's own folder: a program finds its packages in the folders above it.
  const folder = mkdtempSync(join(fileURLToPath(new URL("../..", import.meta.url)), ".recipes-"));
  const all = {
    "package.json": '{ "private": true, "type": "module" }\n',
    "lib/auth.js": AUTH,
    "lib/auth.d.ts": AUTH_TYPES,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The recipes of these paths. */
export function recipes(...paths: readonly string[]): Record<string, string> {
  const all = readRecipes();
  return Object.fromEntries(
    paths.map((path) => {
      const code = all.get(path);
      if (code === undefined) throw new Error(`docs/proxy.md has no recipe for ${path}`);
      return [path, code];
    }),
  );
}

export const removeApplication = (folder: string): void => rmSync(folder, { recursive: true, force: true });
