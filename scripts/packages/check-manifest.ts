import { codeEntries, type Manifest } from "./workspace.js";

/** What would run on the machine of whoever installs it. */
const INSTALL_SCRIPTS = ["preinstall", "install", "postinstall", "prepare"];
/** Kept with every package that hides nothing: the condition for this repository alone. */
const SOURCE_CONDITION = "@model-api/source";

/** What is wrong with a manifest as it is published. */
export function checkManifest(packed: Manifest): string[] {
  const problems: string[] = [];
  const expect = (isTrue: boolean, problem: string) => {
    if (!isTrue) problems.push(`package.json: ${problem}`);
  };
  const { exports = {}, scripts = {}, keywords = [] } = packed;
  expect(packed.type === "module", "is no ES module package");
  const hasCode = codeEntries(packed).length > 0;
  expect(!hasCode || packed.sideEffects === false, "sideEffects is not false");
  expect("sideEffects" in packed, "does not say whether it has sideEffects");
  expect(keywords.includes("runcomfy"), "runcomfy is no keyword");
  expect(keywords.length >= 4, "has fewer than 4 keywords, by which people look for it");
  expect(exports["./package.json"] === "./package.json", "./package.json is no export");
  expect(codeEntries(packed).length <= 8, "has more than 8 entries: each is a promise");
  for (const name of INSTALL_SCRIPTS) expect(!(name in scripts), `has the script ${name}`);
  for (const [path, target] of Object.entries(exports)) {
    if (typeof target === "string") continue;
    expect(Object.keys(target)[0] === "types", `exports["${path}"]: types is not first`);
    expect(!(SOURCE_CONDITION in target), `exports["${path}"]: ${SOURCE_CONDITION} is published`);
  }
  for (const kind of ["dependencies", "peerDependencies", "optionalDependencies"] as const) {
    for (const [name, range] of Object.entries(packed[kind] ?? {}))
      expect(!/^(workspace|catalog|link|file):/.test(range), `${kind}: ${name} is "${range}"`);
  }
  return problems;
}
