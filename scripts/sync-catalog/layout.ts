/** The line that Biome keeps to. */
const WIDTH = 110;
/** Small objects that the model files hold on one line; Biome leaves either form as it finds it. */
const SHORT = ["items", "output_schema", "x-derived-from", "x-file-rules"];

/** A model file as text, laid out as the files in the repository are, or as it was before: a small change is a small diff. */
export function layOut(value: unknown, before = ""): string {
  const short = SHORT.filter((key) => !new RegExp(`"${key}": (\\[\\s*)?\\{\\s*\\n`).test(before));
  return `${print(value, "", "", 0, short)}\n`;
}

/** `used` is what else stands on the line: the key in front, the comma behind. */
function print(value: unknown, key: string, indent: string, used: number, short: string[]): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const line = oneLine(value, key, short);
  if (line !== undefined && indent.length + used + line.length <= WIDTH) return line;
  const isList = Array.isArray(value);
  const inner = `${indent}  `;
  const entries = Object.entries(value);
  const lines = entries.map(([name, item], index) => {
    const label = isList ? "" : `${JSON.stringify(name)}: `;
    const comma = index < entries.length - 1 ? "," : "";
    return `${inner}${label}${print(item, isList ? key : name, inner, label.length + comma.length, short)}${comma}`;
  });
  const [open, close] = isList ? "[]" : "{}";
  return `${open}\n${lines.join("\n")}\n${indent}${close}`;
}

/** A value on one line; undefined where it is not held on one, however short. */
function oneLine(value: unknown, key: string, short: string[]): string | undefined {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const items = Object.values(value);
  if (items.length === 0) return isList ? "[]" : "{}";
  if (!isList && !short.includes(key)) return undefined;
  // Biome breaks a list of several objects or lists, however short they are.
  const isTable = items.every(
    (item) => typeof item === "object" && item !== null && Object.keys(item).length > 1,
  );
  if (isList && items.length > 1 && isTable) return undefined;
  const parts: string[] = [];
  for (const [name, item] of Object.entries(value)) {
    const part = oneLine(item, isList ? key : name, short);
    if (part === undefined) return undefined;
    parts.push(isList ? part : `${JSON.stringify(name)}: ${part}`);
  }
  return isList ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
}
