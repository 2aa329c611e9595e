import { read } from "./repository.js";

/** The packages with an interface for programs, in the order of the menu. */
const PACKAGES = ["client", "node", "react", "server", "mcp", "ai-sdk", "codegen", "models"];

/** An import path, and the source file behind it relative to the root. */
export interface Entry {
  readonly name: string;
  readonly file: string;
}

/** Every import path of the packages; one subpath a model is left out, since all of them look alike. */
export function entries(): Entry[] {
  return PACKAGES.flatMap((folder) => {
    const { name, exports } = JSON.parse(read(`packages/${folder}/package.json`)) as {
      name: string;
      exports: Record<string, string | Record<string, string>>;
    };
    return Object.entries(exports).flatMap(([subpath, to]) => {
      const file = typeof to === "string" ? undefined : (to["@model-api/source"] ?? to.types);
      if (file === undefined || subpath.includes("*")) return [];
      return [{ name: name + subpath.slice(1), file: `packages/${folder}/${file.slice(2)}` }];
    });
  });
}
