import { pnpm } from "./pack.js";

/** Licences that ask for no more than to be named. */
const PERMISSIVE = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

/** What is under another licence, and why that binds nobody who installs our packages. */
const EXCEPTIONS: readonly { readonly name: RegExp; readonly licence: string; readonly because: string }[] = [
  {
    name: /^@img\/sharp-libvips-/,
    licence: "LGPL-3.0-or-later",
    because: "a shared library in a package of its own, which anybody can replace",
  },
  {
    name: /^@img\/sharp-/,
    licence: "Apache-2.0 AND LGPL-3.0-or-later",
    because: "the same, for systems whose package holds both",
  },
  {
    name: /^@fontsource/,
    licence: "OFL-1.1",
    because: "fonts, which whoever wants them installs",
  },
];

interface Licensed {
  readonly name: string;
  readonly versions: readonly string[];
}

/** What the packages bring along that is not under a permissive licence, as it is installed here. */
export function checkLicences(names: readonly string[]): string[] {
  const filters = names.flatMap((name) => ["--filter", name]);
  const byLicence: Record<string, Licensed[]> = JSON.parse(
    pnpm(["licenses", "list", "--prod", "--json", ...filters]),
  );
  const problems: string[] = [];
  for (const [licence, packages] of Object.entries(byLicence)) {
    if (isPermissive(licence)) continue;
    for (const { name, versions } of packages) {
      const isKnown = EXCEPTIONS.some((each) => each.name.test(name) && each.licence === licence);
      if (!isKnown) problems.push(`${name}@${versions.join(", ")} is under ${licence}`);
    }
  }
  return problems;
}

/** `(MIT OR GPL-3.0)` leaves a choice; `MIT AND Zlib` does not. */
function isPermissive(licence: string): boolean {
  const alternatives = licence.replace(/[()]/g, "").split(/\s+OR\s+/i);
  return alternatives.some((each) => each.split(/\s+AND\s+/i).every((name) => PERMISSIVE.has(name.trim())));
}
