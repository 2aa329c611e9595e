/** How a model id becomes the names of files, modules and types. */

/** `openai/gpt-image-2/edit` → `OpenaiGptImage2Edit`. Two ids can share it; {@link typeNames} tells them apart. */
export function typeName(modelId: string): string {
  return toName(modelId.split(/[^A-Za-z0-9]+/));
}

/**
 * Type names of all models, each its own. Ids that would share a name have the marks between their words spelt out in it:
 * `a/b-2.5` and `a/b-25` become `AB2Dot5` and `AB25`, and both keep their names when a third one comes.
 */
export function typeNames(modelIds: readonly string[]): ReadonlyMap<string, string> {
  const shared = new Map<string, number>();
  for (const id of modelIds) {
    const name = typeName(id).toLowerCase();
    shared.set(name, (shared.get(name) ?? 0) + 1);
  }
  return new Map(
    modelIds.map((id) => [id, shared.get(typeName(id).toLowerCase()) === 1 ? typeName(id) : spelledName(id)]),
  );
}

const MARKS: Readonly<Record<string, string>> = { "/": "Slash", ".": "Dot", "-": "Dash", _: "Line" };

/** Injective: every mark is a word, and a capital letter says that it is one. */
function spelledName(modelId: string): string {
  return toName(
    modelId
      .split(/([^a-z0-9])/)
      .map((part) => MARKS[part] ?? (/^[A-Z]$/.test(part) ? `Capital${part}` : part)),
  );
}

function toName(words: readonly string[]): string {
  const name = words
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")
    // As the type generator has it, which would rename the interface otherwise.
    .replace(/([0-9])([a-z])/g, (_, digit: string, letter: string) => digit + letter.toUpperCase());
  return /^[0-9]/.test(name) ? `Model${name}` : name;
}

/**
 * Path of a model's files without extension, below `schemas/models` and below `generated/models`: its id, with each capital letter
 * written `~k`, since ids that differ only in case live side by side on any file system. No id has a `~`.
 */
export function filePath(modelId: string): string {
  return modelId.replace(/[A-Z]/g, (letter) => `~${letter.toLowerCase()}`);
}

/** The id whose files have this path. */
export function idOfPath(path: string): string {
  return path.replace(/~([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Path of a model's generated module below `generated/`, without its extension. */
export function modulePath(modelId: string): string {
  return `models/${filePath(modelId)}`;
}

/** The relative specifier that leads from a model's module back to a file in `generated/`. */
export function fromModule(modelId: string, file: string): string {
  return `${"../".repeat(modelId.split("/").length)}${file}`;
}
