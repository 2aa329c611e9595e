/** How a model id becomes the names of generated things. */

/** `openai/gpt-image-2/edit` → `OpenaiGptImage2Edit`. */
export function typeName(modelId: string): string {
  const name = modelId
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return /^[0-9]/.test(name) ? `Model${name}` : name;
}

/** Path of a model's generated module below `generated/`, without its extension. */
export function modulePath(modelId: string): string {
  return `models/${modelId}`;
}

/** The relative specifier that leads from a model's module back to a file in `generated/`. */
export function fromModule(modelId: string, file: string): string {
  return `${"../".repeat(modelId.split("/").length)}${file}`;
}
