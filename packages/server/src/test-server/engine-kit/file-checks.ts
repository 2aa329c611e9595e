import { pictureSize } from "../../media/picture-size/picture-size.js";
import { sniff } from "../../media/sniff.js";
import { inWords } from "./kit-context.js";
import type { Observation, ObservedFile } from "./observe.js";
import type { ExpectedFile } from "./options.js";

/** The files of a run that had to end well. */
export function filesOf({ outcome }: Observation): readonly ObservedFile[] {
  if (outcome.state === "ended") return outcome.files;
  const reason = outcome.state === "failed" ? inWords(outcome.error) : "it hangs";
  throw new Error(`The run has to end with a result, but it failed: ${reason}`);
}

export function checkKinds(files: readonly ObservedFile[], kind: string): void {
  if (files.length === 0)
    throw new Error(`The result has to have at least one file of the kind ${kind}, and has none.`);
  files.forEach((file, index) => {
    if (file.kind !== kind)
      throw new Error(`files[${index}].kind has to be ${kind}, as the model's, and is ${file.kind}.`);
  });
}

/** The bytes are what the file says that they are. */
export async function checkMediaTypes(files: readonly ObservedFile[]): Promise<void> {
  for (const [index, { kind, mediaType, bytes }] of files.entries()) {
    const found = (await sniff(bytes)) ?? "of no known type";
    if (found !== mediaType)
      throw new Error(
        `files[${index}] says that it is ${mediaType}, and its ${bytes.length} bytes are ${found}.`,
      );
    if (!found.startsWith(`${kind}/`))
      throw new Error(`files[${index}] is of the kind ${kind}, and is ${found}.`);
  }
}

export async function checkExpected(
  files: readonly ObservedFile[],
  { mediaType, width, height }: ExpectedFile,
): Promise<void> {
  for (const [index, { bytes }] of files.entries()) {
    const found = (await sniff(bytes)) ?? "of no known type";
    if (found !== mediaType) throw new Error(`files[${index}] has to be ${mediaType}, and is ${found}.`);
    if (width === undefined && height === undefined) continue;
    const size = pictureSize(bytes, found);
    if (size?.width === (width ?? size?.width) && size?.height === (height ?? size?.height)) continue;
    const is = size ? `${size.width}×${size.height}` : "of a size that cannot be read";
    throw new Error(
      `files[${index}] has to be exactly ${width ?? "any"}×${height ?? "any"} pixels, and is ${is}.`,
    );
  }
}

export function checkNothingLeft({ leftBehind }: Observation, after: string): void {
  if (leftBehind.length > 0)
    throw new Error(`No file may be left behind after ${after}, and these were: ${leftBehind.join(", ")}.`);
}
