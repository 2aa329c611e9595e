/** Published packages, unpacked into a folder of their own, through npm. */

import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** The folder of the package's files. */
export function unpackPackage(name: string, version: string, root: string): string {
  const folder = join(root, name.replaceAll("/", "+"));
  mkdirSync(folder, { recursive: true });
  const packed = execFileSync("npm", [
    "pack",
    "--silent",
    "--pack-destination",
    folder,
    `${name}@${version}`,
  ]);
  const archive = packed.toString().trim().split("\n").at(-1) ?? "";
  execFileSync("tar", ["xzf", archive], { cwd: folder });
  return join(folder, "package");
}
