/** What OpenAI calls each model; of an id of the catalog, what stands before the task. */
export const MODEL_NAMES: Readonly<Record<string, string>> = {
  "openai/gpt-image-2": "gpt-image-2",
  "openai/gpt-image-2.5/flare": "gpt-image-2.5-flare",
  "openai/gpt-image-2.5/sunburst": "gpt-image-2.5-sunburst",
};

export type Task = "edit" | "text-to-image";

/** `openai/gpt-image-2/edit` → `gpt-image-2`, `edit`; undefined for what OpenAI does not serve. */
export function readModelId(
  modelId: string,
  names: Readonly<Record<string, string>>,
): { readonly name: string; readonly task: Task } | undefined {
  const at = modelId.lastIndexOf("/");
  const [family, task] = [modelId.slice(0, at), modelId.slice(at + 1)];
  const name = Object.hasOwn(names, family) ? names[family] : undefined;
  return name !== undefined && (task === "edit" || task === "text-to-image") ? { name, task } : undefined;
}
