import { CliError, EXIT } from "../exit-codes.js";

let taken: string | undefined;

/** All of standard input, which can be read once: `by` names who wants it. */
export async function readStandardInput(by: string): Promise<Buffer> {
  if (taken !== undefined)
    throw new CliError(EXIT.usage, `${by} wants standard input, and ${taken} has read it already`);
  taken = by;
  if (process.stdin.isTTY)
    throw new CliError(
      EXIT.usage,
      `${by} reads standard input, and that is the terminal`,
      "Pipe something into it: cat file | model-api …",
    );
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
