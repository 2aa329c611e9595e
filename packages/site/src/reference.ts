import { rmSync } from "node:fs";
import { join } from "node:path";
import { Application, Configuration, Converter, ReflectionKind } from "typedoc";
import { entries } from "./reference-entries.js";
import { ROOT } from "./repository.js";

/** Writes a Markdown page for each import path. @throws where the types cannot be read */
export async function writeReference(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const all = entries();
  const app = await Application.bootstrapWithPlugins({
    plugin: ["typedoc-plugin-markdown"],
    entryPoints: all.map(({ file }) => join(ROOT, file)),
    tsconfig: join(ROOT, "packages/site/tsconfig.reference.json"),
    basePath: ROOT,
    out: folder,
    readme: "none",
    name: "API reference",
    disableSources: true,
    excludePrivate: true,
    excludeInternal: true,
    excludeExternals: true,
    skipErrorChecking: true,
    logLevel: "Warn",
    // What openapi-typescript writes.
    blockTags: [...Configuration.OptionDefaults.blockTags, "@description"],
    modifierTags: [...Configuration.OptionDefaults.modifierTags, "@constant"],
    validation: { notExported: false, invalidLink: true, invalidPath: false, notDocumented: false },
    // Of the plugin, whose options the types of typedoc do not know.
    ...({
      outputFileStrategy: "modules",
      entryFileName: "index.md",
      hideBreadcrumbs: true,
      useCustomAnchors: true,
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
      const source = context.getSymbolFromReflection(module)?.declarations?.[0]?.getSourceFile();
      module.name = names.get(source?.fileName ?? "") ?? module.name;
    }
    for (const { comment } of Object.values(context.project.reflections)) {
      const description = comment?.getTag("@description");
      if (description) comment?.summary.push(...description.content);
      comment?.removeTags("@description");
    }
  });
  const project = await app.convert();
  if (!project) throw new Error("typedoc could not read the packages' types.");
  await app.generateOutputs(project);
}
