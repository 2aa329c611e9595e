import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Application, Converter, ReflectionKind } from "typedoc";
import { ROOT, read } from "./repository.js";

/** The packages with an interface for programs, in the order of the menu. */
const PACKAGES = ["client", "node", "react", "server", "mcp", "ai-sdk", "codegen", "models"];

/** An import path, and the source file behind it relative to the root. */
interface Entry {
  readonly name: string;
  readonly file: string;
}

/** Every import path of the packages that are there; one subpath a model is left out, since all of them look alike. */
export function entries(): Entry[] {
  const present = new Set(readdirSync(join(ROOT, "packages")));
  return PACKAGES.filter((name) => present.has(name)).flatMap((folder) => {
    const { name, exports } = JSON.parse(read(`packages/${folder}/package.json`)) as {
      name: string;
      exports: Record<string, string | Record<string, string>>;
    };
    return Object.entries(exports).flatMap(([subpath, to]) => {
      const file = typeof to === "string" ? undefined : (to["@model-api/source"] ?? to.types);
      if (file === undefined || subpath.includes("*")) return [];
      return [{ name: name + subpath.slice(1), file: `packages/${folder}/${file.slice(2)}` }];
    });
  });
}

/** Writes a Markdown page for each import path. @throws where the types cannot be read */
export async function writeReference(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const all = entries();
  const app = await Application.bootstrapWithPlugins({
    plugin: ["typedoc-plugin-markdown"],
    entryPoints: all.map(({ file }) => join(ROOT, file)),
    tsconfig: join(ROOT, "packages/site/tsconfig.reference.json"),
    basePath: ROOT,
    readme: "none",
    name: "API reference",
    disableSources: true,
    excludePrivate: true,
    excludeInternal: true,
    excludeExternals: true,
    skipErrorChecking: true,
    logLevel: "Warn",
    validation: { notExported: false, invalidLink: true, invalidPath: false, notDocumented: false },
    // Of the plugin, whose options the types of typedoc do not know.
    ...({
      outputFileStrategy: "modules",
      entryFileName: "index.md",
      hideBreadcrumbs: true,
      hidePageHeader: true,
      useCodeBlocks: true,
      useHTMLEncodedBrackets: true,
      sanitizeComments: true,
      parametersFormat: "table",
      interfacePropertiesFormat: "list",
      expandObjects: true,
    } as object),
  });
  const names = new Map(all.map(({ file, name }) => [join(ROOT, file), name]));
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    for (const module of context.project.getReflectionsByKind(ReflectionKind.Module)) {
      const source = context.project.getSymbolFromReflection(module)?.getDeclarations()?.[0]?.getSourceFile();
      const name = source && names.get(source.fileName);
      if (name) module.name = name;
    }
  });
  const project = await app.convert();
  if (!project) throw new Error("typedoc could not read the packages' types.");
  await app.generateDocs(project, folder);
}
