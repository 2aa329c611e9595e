import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the build puts the console, in a folder that holds no code of the server: beside the bundle, and from there for whoever runs the sources. */
const PLACES = ["./console-app/", "../../dist/console-app/"];

/** The folder of the console that was built with this package; undefined where it was not built. */
export function builtConsole(): string | undefined {
  return PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((folder) =>
    existsSync(`${folder}index.html`),
  );
}
