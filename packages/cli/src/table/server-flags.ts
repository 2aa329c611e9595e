import { configFlag, serveFlags, serveSecrets } from "../generated/serve-flags.js";
import type { Flag } from "./command.js";

/** The flags of the server's settings: all of them, or those of some settings. */
export function serverFlags(only?: readonly string[]): Flag[] {
  const shown = serveFlags.filter(({ name }) => !only || only.includes(name));
  return [
    ...shown.flatMap(({ flag, description, negatable }): Flag[] => [
      { flag, description },
      ...(negatable ? [{ flag: flag.replace("--", "--no-"), description: "", isHidden: true }] : []),
    ]),
    { ...configFlag, values: "files" },
    // Known, so that whoever gives one is told where secrets are said; the message does not repeat it.
    ...Object.keys(serveSecrets).map((name) => ({
      flag: `--${name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase()} <secret>`,
      description: "",
      isHidden: true,
    })),
  ];
}
