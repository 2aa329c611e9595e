import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CliError, EXIT } from "../exit-codes.js";
import type { Action } from "../table/command.js";

/** What `@model-api/mcp` has for this command. */
interface Mcp {
  /** Serves as a command line says: on standard input and output until they are closed, or over HTTP. */
  main(words?: readonly string[]): Promise<void>;
}

/** `model-api mcp`: hands over to `@model-api/mcp`, beside this package or in the project. */
export const mcp: Action = async () => {
  const path = find(import.meta.url) ?? find(pathToFileURL(join(process.cwd(), "package.json")).href);
  if (!path)
    throw new CliError(
      EXIT.usage,
      "the server for agents is a package of its own, and is not installed",
      "npm install --global @model-api/mcp    # or in this project, without --global",
    );
  const { main } = (await import(pathToFileURL(path).href)) as Mcp;
  // Its flags are checked here and read there.
  await main(process.argv.slice(process.argv.indexOf("mcp") + 1));
};

function find(from: string): string | undefined {
  try {
    return createRequire(from).resolve("@model-api/mcp");
  } catch {
    return undefined;
  }
}
