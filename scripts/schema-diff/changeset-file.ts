import { createHash } from "node:crypto";
import { CHANGESETS } from "./changesets.js";
import { bySeverity } from "./report.js";
import type { Bump, ModelDiff } from "./rules.js";

export const MODELS_PACKAGE = "@model-api/models";

/** A changeset for the models: its name says its content, so the same changes give the same file. */
export function changesetFor(diffs: readonly ModelDiff[], bump: Bump): { path: string; text: string } {
  const text = `---\n"${MODELS_PACKAGE}": ${bump}\n---\n\nSchemas of the models.\n\n${bodyOf(diffs)}`;
  return { path: `${CHANGESETS}/schemas-${hash(text)}.md`, text };
}

/** Whether a changeset is one of this script's that nobody has edited. */
export function isUntouched(path: string, text: string): boolean {
  return path === `${CHANGESETS}/schemas-${hash(text)}.md`;
}

function bodyOf(diffs: readonly ModelDiff[]): string {
  const sections = diffs.map(({ model_id, changes }) => {
    const lines = bySeverity(changes).map(({ level, pointer, what }) => {
      const place = pointer === "" ? "" : `\`${pointer}\`: `;
      return `  - ${level}: ${place}${asText(what)}\n`;
    });
    return `- \`${model_id}\`\n${lines.join("")}`;
  });
  return sections.join("");
}

/** Values of a schema may hold what Markdown would read as its own. */
function asText(text: string): string {
  return text.replace(/[\\`*_<>[\]|]/g, "\\$&").replace(/\s+/g, " ");
}

function hash(text: string): string {
  // Git may give a file other line ends; it is the same changeset.
  return createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex").slice(0, 8);
}
