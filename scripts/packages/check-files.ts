import { homedir } from "node:os";
import { posix } from "node:path";
import { type PackedPackage, readPacked } from "./pack.js";
import { ROOT } from "./workspace.js";

/** Files that no user of a package has a use for. */
const UNWANTED = [
  /\.(test|test-d|spec|bench)\.[cm]?[jt]sx?(\.map)?$/,
  /(^|\/)(testing|__tests__|__snapshots__|testdata|fixtures|node_modules)\//,
  /\.(tsbuildinfo|log|tgz|env)$/,
  /(^|\/)\.(?!npmignore)/,
  /\.(?:key|pem)$/,
];
const TEXT = /\.([cm]?[jt]sx?|json|map|md|css|html|txt)$/;

/** What is wrong with the files of a package: too many, too few, or with something of this machine in them. */
export function checkFiles(each: PackedPackage): string[] {
  return [
    ...unwanted(each),
    ...missing(each),
    ...unnamedLicences(each),
    ...brokenMaps(each),
    ...ofThisMachine(each),
  ];
}

function unwanted({ files }: PackedPackage): string[] {
  return files
    .filter((file) => UNWANTED.some((pattern) => pattern.test(file)))
    .map((file) => `${file} is no part of a package`);
}

function missing(each: PackedPackage): string[] {
  const problems: string[] = [];
  for (const file of ["LICENSE", "README.md"])
    if (!each.files.includes(file)) problems.push(`has no ${file}`);
  if (each.files.includes("README.md")) problems.push(...checkReadme(readPacked(each, "README.md")));
  // Source maps: one for each built file, and none lost.
  for (const file of each.files.filter((name) => /^dist\/(?!console).*\.js$/.test(name)))
    if (!each.files.includes(`${file}.map`)) problems.push(`${file} has no source map`);
  for (const file of each.files.filter((name) => /\.(woff2?|ttf|otf)$/.test(name)))
    if (!each.files.includes(licenceOfFont(file))) problems.push(`${file} comes without its licence`);
  return problems;
}

/** What a bundler has put into files of ours stands under licences that ask to be named. */
function unnamedLicences(each: PackedPackage): string[] {
  const hasApp = each.files.some((file) => file.startsWith("dist/console-app/"));
  const isNamed = each.files.includes("dist/console-app/licences.md");
  const bundled = each.files
    .filter((file) => file.endsWith(".js.map"))
    .filter((file) => /node_modules/.test((JSON.parse(readPacked(each, file)).sources as string[]).join()));
  return [
    ...(hasApp && !isNamed ? ["dist/console-app comes without the licences of what it bundles"] : []),
    ...bundled.map((file) => `${file}: bundles another package without its licence`),
  ];
}

/** Its first example is code that runs, a command or a configuration, and it says whose it is not. */
function checkReadme(text: string): string[] {
  const problems: string[] = [];
  const [, language = ""] = /^```(\w*)$/m.exec(text) ?? [];
  if (!["ts", "tsx", "sh", "json"].includes(language)) problems.push("README.md has no example");
  if (!/not affiliated with RunComfy/.test(text))
    problems.push("README.md does not say that it is unofficial");
  return problems;
}

/** `NotoSans-Light.subset.woff2` stands under `NotoSans.OFL.txt`. */
function licenceOfFont(file: string): string {
  const { dir, base } = posix.parse(file);
  const [family = ""] = base.split("-");
  // A subset of a space alone, made of that family.
  return `${dir}/${family === "Spacing" ? "NotoSansDevanagari" : family}.OFL.txt`;
}

function brokenMaps(each: PackedPackage): string[] {
  const problems: string[] = [];
  for (const file of each.files.filter((name) => name.endsWith(".map"))) {
    const map = JSON.parse(readPacked(each, file)) as { sources: string[]; sourcesContent?: string[] };
    const isDeclaration = file.endsWith(".d.ts.map");
    for (const [index, source] of map.sources.entries()) {
      const path = posix.join(posix.dirname(file), source);
      const isThere = each.files.includes(path) || (!isDeclaration && map.sourcesContent?.[index] != null);
      if (!isThere) problems.push(`${file} names ${source}, whose text is nowhere`);
    }
  }
  return problems;
}

/** Paths of whoever built it. */
function ofThisMachine(each: PackedPackage): string[] {
  const paths = [ROOT, homedir()].filter((path) => path.split("/").length > 2);
  return each.files
    .filter((file) => TEXT.test(file))
    .filter((file) => {
      const text = readPacked(each, file);
      return (
        paths.some((path) => text.includes(path)) || /\bfile:\/\/\/(?:home|Users|work|root)\//.test(text)
      );
    })
    .map((file) => `${file} holds a path of this machine`);
}
