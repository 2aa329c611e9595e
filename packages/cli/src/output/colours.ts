import { createRequire } from "node:module";
import type picocolors from "picocolors";

type Colors = ReturnType<typeof picocolors.createColors>;

/** Whether a stream takes colours: what the user says, else whether it is a terminal that has them. */
export function hasColours(
  stream: { readonly isTTY?: boolean },
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  if (process.argv.includes("--no-color") || env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}

/** What colours a stream; plain where it takes none. Loaded when something is coloured, never before. */
export function coloursOf(stream: { readonly isTTY?: boolean }): Colors {
  const { createColors } = createRequire(import.meta.url)("picocolors") as typeof picocolors;
  return createColors(hasColours(stream));
}
