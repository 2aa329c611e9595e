/** Whether code is generated from the file. */
export function isSchema(path) {
  return path.startsWith("schemas/");
}

/** Whether `npm run codegen` writes the file. */
function isGenerated(path) {
  return (
    /^packages\/[^/]+\/src\/generated\//.test(path) ||
    path === "docs/configuration.md" ||
    path === "packages/models/package.json"
  );
}

/** Of the files that are not staged, those without which a commit has schemas and generated code of two times. */
export function generatedInParts(unstaged) {
  return [...new Set(unstaged)].filter((path) => isSchema(path) || isGenerated(path)).sort();
}
