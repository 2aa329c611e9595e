/** Words for what nobody has described yet. Plain on purpose: people write better ones, and those are kept. */

const WRITTEN: Readonly<Record<string, string>> = Object.fromEntries(
  ["URL", "URI", "ID", "FPS", "CFG", "LoRA", "AI", "HD", "HDR", "BPM", "TTS", "RGB", "LLM", "JSON"].flatMap(
    (word) => [
      [word.toLowerCase(), word],
      [`${word.toLowerCase()}s`, `${word}s`],
    ],
  ),
);

/** `image_url` → "Image URL", `numSteps` → "Num steps". */
export function titleOf(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^\p{L}\p{N}.]+/u)
    .filter(Boolean)
    .map((word) => {
      const lower = word.toLowerCase();
      if (Object.hasOwn(WRITTEN, lower)) return WRITTEN[lower] ?? word;
      return /^\d+[kd]$/.test(lower) ? lower.toUpperCase() : lower;
    });
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export type OutputKind = "image" | "video" | "audio";

/** One neutral sentence: ["text-to-image"] → "A model for text to image." */
export function describe(categories: readonly string[], outputKind: OutputKind): string {
  const names = categories.map((category) => category.replaceAll("-", " "));
  if (names.length === 0) return `A model that makes ${outputKind === "audio" ? "audio" : `${outputKind}s`}.`;
  const last = names.pop();
  return `A model for ${names.length > 0 ? `${names.join(", ")} and ` : ""}${last}.`;
}

const SOUNDS = /audio|speech|music/;

/** What a model makes, by its categories: first what one of them says it makes, then what they are about. */
export function guessOutputKind(categories: readonly string[]): OutputKind {
  for (const category of categories) {
    const made = /-to-(.+)$/.exec(category)?.[1];
    if (made?.startsWith("video")) return "video";
    if (made && SOUNDS.test(made)) return "audio";
    if (made?.startsWith("image")) return "image";
  }
  if (categories.some((category) => /^video(-|$)/.test(category))) return "video";
  return categories.some((category) => SOUNDS.test(category)) ? "audio" : "image";
}
