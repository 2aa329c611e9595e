import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Application, Configuration, Converter, ReflectionKind } from "typedoc";
import { readPage } from "./markdown.js";
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
      indexFormat: "table",
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
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    if (path.endsWith(".md")) mendAnchors(join(folder, path));
}

/** A type whose name is that of a class and its property, such as `DownloadErrorCode`, is linked to as if it stood there twice. */
function mendAnchors(path: string): void {
  const text = readFileSync(path, "utf8");
  const { anchors } = readPage(text);
  const mended = text.replaceAll(/\(#([\w-]+)-\d+\)/g, (link, name: string) =>
    anchors.has(link.slice(2, -1)) || !anchors.has(name) ? link : `(#${name})`,
  );
  if (mended !== text) writeFileSync(path, mended);
}
