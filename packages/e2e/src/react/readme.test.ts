import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { cleanUp, REPOSITORY, spawnProgram, temporaryFolder } from "../harness.js";

afterAll(cleanUp);

test("the examples of the README compile in strict mode", async () => {
  const folder = temporaryFolder();
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "@types"), { recursive: true });
  for (const name of ["@model-api", "@tanstack", "@hookform", "react-hook-form", "react", "@types/react"])
    symlinkSync(join(REPOSITORY, "packages/e2e/node_modules", name), join(modules, name));
  symlinkSync(join(REPOSITORY, "node_modules/@types/node"), join(modules, "@types/node"));
  const text = readFileSync(join(REPOSITORY, "packages/react/README.md"), "utf8");
  const names = [...text.matchAll(/```(tsx?)\n([\s\S]*?)```/g)].map(([, language, code = ""], index) => {
    const name = `example-${index + 1}.${language}`;
    writeFileSync(join(folder, name), code);
    return name;
  });
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
  expect(names).toHaveLength(6);
  const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
  const flags = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022", "--jsx", "react-jsx"];
  const compiled = await spawnProgram(
    process.execPath,
    [tsc, ...flags, "--lib", "es2023,dom,dom.iterable", "--types", "node", ...names],
    {},
    folder,
  ).exit;
  expect([compiled.stdout, compiled.code]).toEqual(["", 0]);
});
